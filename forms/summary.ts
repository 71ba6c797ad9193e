import { childUi, isObject, resolve } from './fields.ts';
import type { Answers, Form, Json, Lang, SchemaNode, UiNode } from './form.ts';
import { pagesOf, textOf } from './form.ts';
import { pointerOf } from './json-pointer.ts';
import { optionText } from './localise.ts';
import { fill, message } from './messages/message.ts';
import { shownValue } from './shown-value.ts';
import { hiddenFields } from './visible.ts';

/** Answers to read: "check your answers", the clerk's view and the receipt. `page` says where to change them. */
export type SummaryGroup = {
  page: string;
  pointer: string;
  title: string;
  entries: { pointer: string; label: string; value: string }[];
  groups: SummaryGroup[];
};

export type SummaryOptions = { fileNames?: Readonly<Record<string, string>> };
type Reader = { form: Form; lang: Lang; page: string; hidden: ReadonlySet<string>; fileNames: Record<string, string> };

/** One group a page in order, with what was answered; nothing hidden, nothing empty. */
export const summarise = (form: Form, answers: Answers, lang: Lang, options: SummaryOptions = {}): SummaryGroup[] => {
  const hidden = hiddenFields(form, answers);
  const readerOf = (page: string): Reader => ({ form, lang, page, hidden, fileNames: { ...options.fileNames } });
  // A clerk's form has fields, not pages, at its top.
  const groups = form.ui['ui:pages']
    ? pagesOf(form).map(({ page, title }) => {
        const node = resolve(form, form.schema.properties?.[page] ?? {});
        return groupOf(readerOf(page), textOf(form, lang, title), node, childUi(form.ui, page), answers[page], [page]);
      })
    : [groupOf(readerOf(''), textOf(form, lang, form.schema.title ?? ''), form.schema, form.ui, answers, [])];
  return groups.filter((group) => group.entries.length + group.groups.length > 0);
};

const groupOf = (
  reader: Reader,
  title: string,
  node: SchemaNode,
  ui: UiNode,
  value: Json | undefined,
  path: string[],
): SummaryGroup => {
  const group: SummaryGroup = { page: reader.page, pointer: pointerOf(path), title, entries: [], groups: [] };
  if (!isObject(value)) return group;
  for (const [name, declared] of Object.entries(node.properties ?? {})) {
    const at = [...path, name];
    const answer = Object.hasOwn(value, name) ? value[name] : undefined;
    if (answer === undefined || answer === null || answer === '' || reader.hidden.has(pointerOf(at))) continue;
    add(reader, group, resolve(reader.form, declared), childUi(ui, name), answer, at, name);
  }
  return group;
};

const add = (
  reader: Reader,
  group: SummaryGroup,
  node: SchemaNode,
  ui: UiNode,
  answer: Json,
  path: string[],
  name: string,
): void => {
  const { form, lang } = reader;
  const label = node.title === undefined ? name : textOf(form, lang, node.title);
  if (node.properties) {
    const nested = groupOf(reader, label, node, ui, answer, path);
    if (nested.entries.length + nested.groups.length > 0) group.groups.push(nested);
  } else if (Array.isArray(answer) && node.items && resolve(form, node.items).properties) {
    const row = resolve(form, node.items);
    const rowTitle = ui['x-row-title'] === undefined ? `${label} {n}` : textOf(form, lang, ui['x-row-title']);
    answer.forEach((item, index) => {
      const title = fill(rowTitle, { n: index + 1 });
      group.groups.push(groupOf(reader, title, row, childUi(ui, 'items'), item, [...path, String(index)]));
    });
  } else {
    const value = words(reader, node, ui, answer);
    if (value !== '') group.entries.push({ pointer: pointerOf(path), label, value });
  }
};

const words = (reader: Reader, node: SchemaNode, ui: UiNode, answer: Json): string => {
  const { form, lang, fileNames } = reader;
  if (Array.isArray(answer)) {
    const item = node.items ? resolve(form, node.items) : {};
    return answer.map((entry) => words(reader, item, {}, entry)).join(', ');
  }
  if (node.enum && node.title) return optionText(reader, node, answer);
  if (typeof answer === 'boolean') return message(lang, answer ? 'yes' : 'no') ?? String(answer);
  if (node.format === 'file-id') return fileNames[String(answer)] ?? String(answer);
  const unit = ui['x-unit'] === undefined ? '' : `\u00a0${ui['x-unit']}`;
  return `${shownValue(String(answer), node.format, lang)}${unit}`;
};
