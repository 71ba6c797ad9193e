import { canonicalText } from './formats.ts';
import { isObject, resolve } from './fields.ts';
import type { Answers, Form, Json, SchemaNode } from './form.ts';

/**
 * Answers as they are kept: texts trimmed and in the canonical form of their format, emptied fields left out, objects with
 * nothing in them left out. Unknown fields are kept, so that the check can name them. A required group that is missing is
 * put in empty, so that each of its fields can say what it needs.
 */
export const normalise = (form: Form, answers: unknown): Answers => {
  const kept = tidy(form, form.schema, isObject(answers) ? answers : {}, 0);
  return isObject(kept) ? kept : {};
};

const tidy = (form: Form, declared: SchemaNode | undefined, value: Json, depth: number): Json | undefined => {
  const schema = declared && resolve(form, declared);
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') return canonicalText(schema?.format, value) || undefined;
  if (depth > 40) return value;
  // A row stays even when nothing is filled in: its errors must have a place to stand.
  if (Array.isArray(value)) {
    // An empty list is no answer.
    if (value.length === 0) return undefined;
    return value.map((item) => tidy(form, schema?.items, item, depth + 1) ?? (isObject(item) ? {} : item));
  }
  if (!isObject(value)) return value;
  const missing = Object.keys(schema?.properties ?? {}).filter(
    (name) => !Object.hasOwn(value, name) && isRequiredGroup(form, schema, name),
  );
  const entries = [...Object.entries(value), ...missing.map((name) => [name, {}] as const)]
    .map(([name, entry]) => [name, tidy(form, ownProperty(schema, name), entry, depth + 1)] as const)
    .map(([name, entry]) => [name, entry ?? (isRequiredGroup(form, schema, name) ? {} : undefined)] as const)
    .filter(([, entry]) => entry !== undefined);
  return entries.length === 0 && schema?.properties ? undefined : (Object.fromEntries(entries) as Json);
};

const ownProperty = (schema: SchemaNode | undefined, name: string): SchemaNode | undefined =>
  Object.hasOwn(schema?.properties ?? {}, name) ? schema?.properties?.[name] : undefined;

const isRequiredGroup = (form: Form, schema: SchemaNode | undefined, name: string): boolean => {
  const child = ownProperty(schema, name);
  return Boolean(schema?.required?.includes(name) && child && resolve(form, child).properties);
};
