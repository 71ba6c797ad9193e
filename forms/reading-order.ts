import type { AnswerError } from './explain.ts';
import { resolve } from './fields.ts';
import type { Form, SchemaNode } from './form.ts';
import { pagesOf } from './form.ts';
import { pathOf } from './json-pointer.ts';

/** Errors as a reader meets their fields: by page, then by place in the schema, rows by number; one error a field. */
export const inReadingOrder = (form: Form, errors: readonly AnswerError[]): AnswerError[] => {
  const firsts = new Map(errors.toReversed().map((error) => [error.pointer, error]));
  return [...firsts.values()]
    .map((error) => ({ error, rank: rankOf(form, error.pointer) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ error }) => error);
};

const rankOf = (form: Form, pointer: string): number[] => {
  let schema: SchemaNode = form.schema;
  return pathOf(pointer).map((part, depth) => {
    const names = depth === 0 ? pagesOf(form).map((ref) => ref.page) : Object.keys(schema.properties ?? {});
    const isRow = schema.items !== undefined && /^\d+$/.test(part);
    const place = isRow ? Number(part) : names.indexOf(part);
    schema = resolve(form, (isRow ? schema.items : schema.properties?.[part]) ?? {});
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  });
};

const compare = (a: number[], b: number[]): number => {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};
