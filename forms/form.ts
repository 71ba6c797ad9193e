/** The form language: what a form is. The words are explained in `docs/forms.md`. */

export type Lang = 'pl' | 'en';
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Answers = { [name: string]: Json };

/** A JSON Schema 2020-12 object; keywords that we don't know are kept as they are. */
export type SchemaNode = {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: Json[];
  const?: Json;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  required?: string[];
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
  [keyword: string]: unknown;
};

/** A rule over several answers: when `rule` is not true, `message` (a text key) stands at the field. */
export type CheckRule = { rule: string; message: string };

/** rjsf's UI schema with our own keys beside its `ui:…`. Children stand under property names and `items`. */
export type UiNode = {
  /** FEEL: the field is there only when true. */
  'x-show'?: string;
  /** FEEL: the field must be answered when true. */
  'x-require'?: string;
  /** FEEL: the field's value; whatever was typed is replaced. */
  'x-calculate'?: string;
  'x-check'?: CheckRule[];
  /** Path in what the office knows, such as `person.pesel`. */
  'x-prefill'?: string;
  /** Unit shown after the value, such as `m²`. */
  'x-unit'?: string;
  /** Text key of a row's title in a list; `{n}` is its number. */
  'x-row-title'?: string;
  items?: UiNode;
  [key: string]: unknown;
};

export type PageRef = { page: string; title: string };
export type FormTexts = Record<string, string>;

export type Form = {
  schema: SchemaNode;
  ui: UiNode & { 'ui:pages'?: PageRef[] };
  texts: Record<Lang, FormTexts>;
};

/** The form's pages in order: those of `ui:pages`, then any top-level property that it forgot. */
export const pagesOf = (form: Form): PageRef[] => {
  const named = form.ui['ui:pages'] ?? [];
  const known = new Set(named.map((ref) => ref.page));
  const forgotten = Object.entries(form.schema.properties ?? {}).filter(([name]) => !known.has(name));
  return [...named, ...forgotten.map(([name, node]) => ({ page: name, title: node.title ?? name }))];
};

/** A text of the form: in the language, else in Polish, else the key itself (so plain JSON Schemas read well). */
export const textOf = (form: Form, lang: Lang, key: string): string =>
  ownText(form.texts[lang], key) ?? ownText(form.texts.pl, key) ?? key;

/** A text that may be missing. */
export const findText = (form: Form, lang: Lang, key: string): string | undefined =>
  ownText(form.texts[lang], key) ?? ownText(form.texts.pl, key);

const ownText = (texts: FormTexts, key: string): string | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;
