import type { ValidateFunction } from 'ajv';
import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { closed } from './closed.ts';
import type { Form } from './form.ts';
import { ajvFormats } from './formats.ts';

/**
 * Unknown keywords are kept and ignored; all errors are wanted, since each field shows its own. Only own properties count:
 * an answer named `constructor` or `toString` is neither given nor known by inheritance.
 */
export const ajvOptions = {
  allErrors: true,
  strict: false,
  logger: false,
  ownProperties: true,
  formats: ajvFormats,
} as const;

/** The form's validator for Node; made by code generation, which a page's content security policy forbids. */
export const createValidator = (form: Form): ValidateFunction => new Ajv2020(ajvOptions).compile(closed(form.schema));

/**
 * The same validator as an ES module for the browser: `export default (formats, require) => validate`. It holds no eval and
 * imports nothing; `linkValidator` gives it what it asks for.
 */
export const validatorModule = (form: Form): string => {
  const ajv = new Ajv2020({ ...ajvOptions, code: { source: true, formats: _`formats` } });
  // Ajv exports differently to bundlers and to Node.
  const generate = ((standalone as { default?: unknown }).default ?? standalone) as typeof standalone.default;
  const code = generate(ajv, ajv.compile(closed(form.schema)));
  return `export default (formats, require) => {const module = { exports: {} };${code};return module.exports;};\n`;
};
