import { createValidator } from './compile-validator.ts';
import { evaluateFeel } from './feel.ts';
import { childUi, resolve } from './fields.ts';
import type { Form, SchemaNode, UiNode } from './form.ts';
import { pagesOf } from './form.ts';
import { fieldFormats } from './formats.ts';
import { pointerOf } from './json-pointer.ts';

export type FormProblem = { path: string; code: string; detail: string };

/** What is wrong with a form before it is published; an empty list is a form that can be filled. */
export const formProblems = (form: Form): FormProblem[] => [
  ...compileProblems(form),
  ...pagesOf(form)
    .filter(({ page }) => !Object.hasOwn(form.schema.properties ?? {}, page))
    .map(({ page }) => ({ path: '/ui:pages', code: 'page-unknown', detail: page })),
  ...pagesOf(form).flatMap(({ title }) => missingTexts(form, '/ui:pages', title)),
  ...nodeProblems(form, form.schema, form.ui, []),
];

const compileProblems = (form: Form): FormProblem[] => {
  try {
    createValidator(form);
    return [];
  } catch (error) {
    return [{ path: '', code: 'schema-invalid', detail: (error as Error).message }];
  }
};

const nodeProblems = (form: Form, declared: SchemaNode, ui: UiNode, path: string[]): FormProblem[] => {
  if (path.length > 20) return [{ path: pointerOf(path), code: 'too-deep', detail: '' }];
  const node = resolve(form, declared);
  const at = pointerOf(path);
  const options = (node.enum ?? []).map((value) => `${node.title}.${String(value)}`);
  const keys = [node.title, node.description, ui['x-row-title'], ...(node.title ? options : [])];
  const children = Object.entries(node.properties ?? {});
  const unknown = Object.keys(ui).filter(
    (key) => !/^(ui:|x-)/.test(key) && key !== 'items' && !Object.hasOwn(node.properties ?? {}, key),
  );
  return [
    ...keys.filter((key) => key !== undefined).flatMap((key) => missingTexts(form, at, key)),
    ...(path.length > 0 && !/^\d+$|^items$/.test(path.at(-1) ?? '') && node.title === undefined
      ? [{ path: at, code: 'label-missing', detail: '' }]
      : []),
    ...(node.format !== undefined && !Object.hasOwn(fieldFormats, node.format)
      ? [{ path: at, code: 'format-unknown', detail: node.format }]
      : []),
    ...ruleProblems(form, ui, at),
    ...unknown.map((key) => ({ path: at, code: 'ui-for-unknown-field', detail: key })),
    ...children.flatMap(([name, child]) => nodeProblems(form, child, childUi(ui, name), [...path, name])),
    ...(node.items ? nodeProblems(form, node.items, childUi(ui, 'items'), [...path, 'items']) : []),
  ];
};

const ruleProblems = (form: Form, ui: UiNode, at: string): FormProblem[] => {
  const rules = [ui['x-show'], ui['x-require'], ui['x-calculate'], ...(ui['x-check'] ?? []).map(({ rule }) => rule)];
  const broken = rules.flatMap((rule) => {
    const outcome = rule === undefined ? undefined : evaluateFeel(rule, {});
    return outcome && !outcome.ok ? [{ path: at, code: 'rule-invalid', detail: `${rule}: ${outcome.error}` }] : [];
  });
  return [...broken, ...(ui['x-check'] ?? []).flatMap(({ message }) => missingTexts(form, at, message))];
};

const missingTexts = (form: Form, at: string, key: string): FormProblem[] =>
  (['pl', 'en'] as const)
    .filter((lang) => !Object.hasOwn(form.texts[lang], key))
    .map((lang) => ({ path: at, code: 'text-missing', detail: `${lang}: ${key}` }));
