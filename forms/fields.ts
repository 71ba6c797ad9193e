import type { Answers, Form, Json, SchemaNode, UiNode } from './form.ts';
import { pointerOf } from './json-pointer.ts';

/** A field of the form as it stands in the answers: once in an object, once in each row of a list. */
export type Field = {
  name: string;
  pointer: string;
  path: (string | number)[];
  schema: SchemaNode;
  ui: UiNode;
  value: Json | undefined;
  isRequired: boolean;
  /** Names for FEEL: the pages, `page` (this page's answers) and `row` (the innermost row or object). */
  context: Record<string, unknown>;
};

/** Children of a UI node by property name; our own keys are no children. */
export const childUi = (ui: UiNode | undefined, name: string): UiNode => {
  const child = ui && Object.hasOwn(ui, name) ? ui[name] : undefined;
  return typeof child === 'object' && child !== null && !Array.isArray(child) ? (child as UiNode) : {};
};

/** The node that a local `$ref` names, with the referring node's own keywords over it; other references stay unresolved. */
export const resolve = (form: Form, node: SchemaNode, depth = 0): SchemaNode => {
  const name = /^#\/\$defs\/([^/]+)$/.exec(node.$ref ?? '')?.[1];
  const target = name === undefined ? undefined : form.schema.$defs?.[name];
  if (!target || depth > 20) return node;
  const { $ref: _, ...own } = node;
  return { ...resolve(form, target, depth + 1), ...own };
};

/** Every field with its value, parents before children; fields of objects that are not answered come too. */
export function* fieldsOf(form: Form, answers: Answers): Generator<Field> {
  for (const name of Object.keys(form.schema.properties ?? {})) {
    const base = { ...answers, page: answers[name] ?? null };
    yield* within(form, form.schema, form.ui, answers, name, [], base);
  }
}

function* within(
  form: Form,
  parent: SchemaNode,
  parentUi: UiNode,
  holder: { [key: string]: Json } | undefined,
  name: string,
  at: (string | number)[],
  context: Record<string, unknown>,
): Generator<Field> {
  const declared = parent.properties?.[name];
  if (!declared || at.length > 20) return;
  const schema = resolve(form, declared);
  const ui = childUi(parentUi, name);
  const value = holder && Object.hasOwn(holder, name) ? holder[name] : undefined;
  const path = [...at, name];
  const isRequired = parent.required?.includes(name) ?? false;
  yield { name, path, pointer: pointerOf(path), schema, ui, value, isRequired, context };
  yield* below(form, schema, ui, value, path, context);
}

function* below(
  form: Form,
  schema: SchemaNode,
  ui: UiNode,
  value: Json | undefined,
  path: (string | number)[],
  context: Record<string, unknown>,
): Generator<Field> {
  if (schema.properties && path.length < 20) {
    const holder = isObject(value) ? value : undefined;
    const names = { ...context, row: holder ?? null };
    for (const name of Object.keys(schema.properties)) yield* within(form, schema, ui, holder, name, path, names);
  }
  if (schema.items && Array.isArray(value)) {
    const row = resolve(form, schema.items);
    for (const [index, item] of value.entries()) {
      yield* below(form, row, childUi(ui, 'items'), item, [...path, index], context);
    }
  }
}

export const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema and UI of the place a pointer names; list indexes lead into `items`. */
export const nodeAt = (form: Form, path: readonly string[]): { schema: SchemaNode; ui: UiNode } | undefined => {
  let [schema, ui]: [SchemaNode, UiNode] = [form.schema, form.ui];
  for (const part of path) {
    const isRow = schema.items !== undefined && /^\d+$/.test(part);
    const next = isRow
      ? schema.items
      : Object.hasOwn(schema.properties ?? {}, part)
        ? schema.properties?.[part]
        : undefined;
    if (!next) return undefined;
    ui = childUi(ui, isRow ? 'items' : part);
    schema = resolve(form, next);
  }
  return { schema, ui };
};
