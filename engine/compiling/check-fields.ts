import type { Problem } from '../contract.ts';
import type { JsonSchema } from '../json-schema.ts';
import { problem } from '../problems.ts';
import type { Path } from './named-paths.ts';

/** A path that begins at the filed answers, and where it is named. */
export type FieldUse = { elementId: string | null; name: string; path: Path };

/** Whether the form has each field that an expression names. Where a schema says nothing of its fields, all are right. */
export const checkFields = (uses: FieldUse[], form: JsonSchema): Problem[] =>
  uses.flatMap(({ elementId, name, path }) => {
    let schemas = [form];
    for (const [depth, field] of path.entries()) {
      if (depth === 0) continue;
      const around = schemas.flatMap((schema) => fieldsOf(schema, form));
      if (around.length === 0 || around.includes(anyField)) return [];
      const next = around.filter(([key]) => key === field).map(([, schema]) => schema);
      if (next.length === 0) {
        const known = [...new Set(around.map(([key]) => key))].join(', ');
        return [problem('unknown-field', elementId, { name, path: path.slice(0, depth + 1).join('.'), known })];
      }
      schemas = next;
    }
    return [];
  });

type Field = readonly [key: string, schema: JsonSchema];
/** Stands for "any name": the schema lets unknown fields in, or says where to find them elsewhere. */
const anyField: Field = ['*', {}];

/** Fields of an object or of a list's items, with those of all branches of the schema. */
const fieldsOf = (schema: JsonSchema, root: JsonSchema, depth = 0): Field[] => {
  if (depth > 20) return [anyField];
  const inner = (value: unknown): Field[] => (isSchema(value) ? fieldsOf(value, root, depth + 1) : []);
  const listed = (value: unknown): Field[] => (Array.isArray(value) ? value.flatMap(inner) : []);
  const own = isSchema(schema['properties']) ? (Object.entries(schema['properties']) as Field[]) : [];
  return [
    ...own,
    ...inner(schema['items']),
    ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].flatMap((keyword) => listed(schema[keyword])),
    ...['if', 'then', 'else'].flatMap((keyword) => inner(schema[keyword])),
    ...(isSchema(schema['dependentSchemas']) ? Object.values(schema['dependentSchemas']).flatMap(inner) : []),
    ...(typeof schema['$ref'] === 'string' ? referred(schema['$ref'], root, depth) : []),
  ];
};

const referred = (reference: string, root: JsonSchema, depth: number): Field[] => {
  if (!reference.startsWith('#/')) return [anyField];
  const names = reference
    .slice(2)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  let found: unknown = root;
  for (const name of names) found = isSchema(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return isSchema(found) ? fieldsOf(found, root, depth + 1) : [anyField];
};

const isSchema = (value: unknown): value is JsonSchema =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
