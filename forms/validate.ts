import type { ValidateFunction } from 'ajv';
import { createValidator } from './compile-validator.ts';
import type { Form } from './form.ts';
import { validateWith } from './validate-with.ts';
import type { Checked, CheckOptions } from './validate-with.ts';

/** One validator a schema object: versions are immutable and live in memory as one value. */
const compiled = new WeakMap<object, ValidateFunction>();

/** Checks answers in Node. The browser uses `validateWith` and the served validator: the same answer, the same words. */
export const validateAnswers = (form: Form, answers: unknown, options: CheckOptions): Checked => {
  const validator = compiled.get(form.schema) ?? createValidator(form);
  compiled.set(form.schema, validator);
  return validateWith(validator, form, answers, options);
};
