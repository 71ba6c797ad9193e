import type { ErrorObject } from 'ajv';
import { nodeAt } from './fields.ts';
import type { Answers, Form, Lang, SchemaNode } from './form.ts';
import { findText, textOf } from './form.ts';
import { fieldFormats } from './formats.ts';
import { pathOf, pointerOf, valueAt } from './json-pointer.ts';
import { fill, message } from './messages/message.ts';

export type AnswerError = { pointer: string; code: string; message: string };

/** A fault at a field before it has words; `text` is the key of the author's own sentence. */
export type Fault = { pointer: string; code: string; values?: Record<string, unknown>; text?: string };

/** Ajv's errors in plain words, one a field, in the order of the form; the same in the browser and in the office. */
export const explainErrors = (
  form: Form,
  errors: readonly ErrorObject[],
  answers: Answers,
  lang: Lang,
): AnswerError[] => errors.map((error) => explain(form, faultOf(form, error, answers), lang));

/** The sentence for a fault: the author's own text for it, else ours for the field's format, else the general one. */
export const explain = (form: Form, fault: Fault, lang: Lang): AnswerError => {
  const { pointer, code } = fault;
  const schema = nodeAt(form, pathOf(pointer))?.schema;
  const name = pathOf(pointer).at(-1) ?? '';
  const title = schema?.title;
  const label = title === undefined ? name : textOf(form, lang, title);
  const values = { label, name: name.slice(0, 60), ...fault.values };
  const own = fault.text === undefined ? ownSentence(form, lang, title, code) : textOf(form, lang, fault.text);
  const specific = code === 'required' && schema ? message(lang, `required.${kindOf(schema)}`, values) : undefined;
  const sentence =
    (own === undefined ? undefined : fill(own, values)) ??
    specific ??
    message(lang, code, values) ??
    message(lang, 'check', values) ??
    code;
  return { pointer, code, message: sentence };
};

const ownSentence = (form: Form, lang: Lang, title: string | undefined, code: string): string | undefined =>
  title === undefined
    ? undefined
    : (findText(form, lang, `${title}.error.${code}`) ?? findText(form, lang, `${title}.error`));

/** What the sentence about a missing answer depends on. */
const kindOf = (schema: SchemaNode): string => {
  if (schema.format !== undefined && schema.type !== 'array') return schema.format;
  if (schema.type === 'array') return 'list';
  if (schema.const === true) return 'true';
  return schema.enum || schema.type === 'boolean' ? 'choice' : 'plain';
};

const codes: Record<string, string> = {
  enum: 'choice',
  const: 'const',
  maxLength: 'too-long',
  minLength: 'too-short',
  pattern: 'pattern',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  multipleOf: 'step',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'repeated',
};

const faultOf = (form: Form, error: ErrorObject, answers: Answers): Fault => {
  const { instancePath: pointer, keyword, params } = error;
  const values = { limit: params.limit ?? params.multipleOf };
  if (keyword === 'required' || keyword === 'dependentRequired') {
    return { pointer: pointer + pointerOf([params.missingProperty]), code: 'required' };
  }
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = params.additionalProperty ?? params.unevaluatedProperty;
    return { pointer: pointer + pointerOf([name]), code: 'unknown-field' };
  }
  if (keyword === 'format') return { pointer, code: formatCode(params.format, valueAt(answers, pointer)) };
  if (keyword === 'type') {
    const isNumber = params.type === 'number' || params.type === 'integer';
    return { pointer, code: isNumber ? params.type : 'type' };
  }
  // An empty list is an answer that was not given.
  if (keyword === 'minItems' && (valueAt(answers, pointer) as unknown[]).length === 0) {
    return { pointer, code: 'required' };
  }
  const isFalse = keyword === 'const' && nodeAt(form, pathOf(pointer))?.schema.const === true;
  return { pointer, code: isFalse ? 'required' : (codes[keyword] ?? 'check'), values };
};

const formatCode = (format: string, value: unknown): string => {
  const parsed = typeof value === 'string' ? fieldFormats[format]?.(value) : undefined;
  return `${format}.${parsed && !parsed.ok ? parsed.reason : 'format'}`;
};
