import { childUi, resolve } from './fields.ts';
import type { Answers, Form, Lang, SchemaNode, UiNode } from './form.ts';
import { findText, textOf } from './form.ts';
import { holds } from './feel.ts';
import { pathOf, pointerOf } from './json-pointer.ts';
import { hiddenFields } from './visible.ts';

/** What rjsf draws: references in place, texts for keys, hidden fields gone, `required` by the rules as they stand now. */
export type PageView = { schema: SchemaNode; uiSchema: Record<string, unknown> };

type View = { form: Form; lang: Lang; answers: Answers; hidden: ReadonlySet<string> };

/** One page of the form (the whole form without `page`) for these answers, ready for rjsf. */
export const pageView = (form: Form, answers: Answers, lang: Lang, page?: string): PageView => {
  const view = { form, lang, answers, hidden: hiddenFields(form, answers) };
  const path = page === undefined ? [] : pathOf(pointerOf([page]));
  const schema = path.reduce<SchemaNode>((node, part) => resolve(form, node.properties?.[part] ?? {}), form.schema);
  const ui = path.reduce<UiNode>(childUi, form.ui);
  const { $defs: _, ...drawn } = schemaView(view, schema, ui, path, false);
  return { schema: drawn, uiSchema: uiView(view, schema, ui, path) };
};

const schemaView = (view: View, declared: SchemaNode, ui: UiNode, path: string[], inRow: boolean): SchemaNode => {
  const { form, lang } = view;
  const node = resolve(form, declared);
  const names = Object.keys(node.properties ?? {}).filter(
    (name) => inRow || !view.hidden.has(pointerOf([...path, name])),
  );
  const children = names.map(
    (name) =>
      [name, schemaView(view, node.properties?.[name] ?? {}, childUi(ui, name), [...path, name], inRow)] as const,
  );
  const isAsked = (name: string): boolean => {
    const rule = childUi(ui, name)['x-require'];
    return (node.required?.includes(name) ?? false) || (!inRow && typeof rule === 'string' && asks(view, rule, path));
  };
  return {
    ...node,
    ...(node.title === undefined ? {} : { title: textOf(form, lang, node.title) }),
    ...(node.description === undefined ? {} : { description: textOf(form, lang, node.description) }),
    ...(node.properties ? { properties: Object.fromEntries(children), required: names.filter(isAsked) } : {}),
    ...(node.items ? { items: schemaView(view, node.items, childUi(ui, 'items'), path, true) } : {}),
  };
};

const asks = ({ answers }: View, rule: string, path: string[]): boolean => {
  const page = answers[path[0] ?? ''] ?? null;
  const row = path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], answers);
  return holds(rule, { ...answers, page, row: row ?? null }) === true;
};

const uiView = (view: View, declared: SchemaNode, ui: UiNode, path: string[]): Record<string, unknown> => {
  const node = resolve(view.form, declared);
  const children = Object.entries(node.properties ?? {}).map(
    ([name, child]) => [name, uiView(view, child, childUi(ui, name), [...path, name])] as const,
  );
  const { items, 'ui:pages': _, ...own } = ui;
  return {
    ...withTexts(view, own),
    ...(view.hidden.has(pointerOf(path)) ? { 'ui:widget': 'hidden' } : {}),
    ...(node.enum && node.title ? { 'ui:enumNames': node.enum.map((value) => optionText(view, node, value)) } : {}),
    ...Object.fromEntries(children),
    ...(node.items
      ? {
          // Rows differ in what they show, so rjsf asks for each row's own UI.
          items: (_row: unknown, index: number) =>
            uiView(view, node.items ?? {}, items ?? {}, [...path, String(index)]),
        }
      : {}),
  };
};

/** The words of an option: the text `<title key>.<value>`, else the value. */
export const optionText = ({ form, lang }: Pick<View, 'form' | 'lang'>, node: SchemaNode, value: unknown): string =>
  findText(form, lang, `${node.title}.${String(value)}`) ?? String(value);

const withTexts = ({ form, lang }: View, ui: UiNode): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(ui)
      .filter(([key]) => key.startsWith('ui:') || key.startsWith('x-'))
      .map(([key, value]) => [
        key,
        (key.startsWith('ui:') || key === 'x-row-title') && typeof value === 'string'
          ? textOf(form, lang, value)
          : value,
      ]),
  );
