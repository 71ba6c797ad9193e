import type { ValidateFunction } from 'ajv';
import { calculate } from './calculate.ts';
import { explain, explainErrors } from './explain.ts';
import type { AnswerError, Fault } from './explain.ts';
import { holds } from './feel.ts';
import { fieldsOf } from './fields.ts';
import type { Answers, Form, Json, Lang } from './form.ts';
import { isWithin, pointerOf } from './json-pointer.ts';
import { normalise } from './normalise.ts';
import { inReadingOrder } from './reading-order.ts';
import { hiddenFields, isHidden, prune } from './visible.ts';

export type Checked = { ok: true; answers: Answers } | { ok: false; errors: AnswerError[] };
export type CheckOptions = { lang: Lang; page?: string };

/**
 * Checks answers with a validator that was compiled before (in Node from the schema, in the browser from the module that the
 * office serves): canonical texts, calculated values, hidden fields dropped, then the schema, then the form's own rules.
 * With `page`, only that page's errors count.
 */
export const validateWith = (
  validator: ValidateFunction,
  form: Form,
  given: unknown,
  { lang, page }: CheckOptions,
): Checked => {
  const unfit = unfitTexts(given);
  if (unfit.length > 0) return { ok: false, errors: unfit.map((fault) => explain(form, fault, lang)) };
  const complete = calculate(form, normalise(form, given));
  const hidden = hiddenFields(form, complete);
  const answers = prune(form, complete);
  validator(answers);
  const ofSchema = explainErrors(form, validator.errors ?? [], answers, lang).filter(
    ({ pointer, code }) => !(code === 'required' && isHidden(hidden, pointer)),
  );
  const ofRules = ruleFaults(form, answers)
    .filter(({ pointer }) => !isHidden(hidden, pointer))
    .map((fault) => explain(form, fault, lang));
  const errors = inReadingOrder(form, [...ofSchema, ...ofRules]).filter(
    ({ pointer }) => page === undefined || isWithin(pointer, pointerOf([page])),
  );
  return errors.length === 0 ? { ok: true, answers } : { ok: false, errors };
};

const ruleFaults = (form: Form, answers: Answers): Fault[] =>
  [...fieldsOf(form, answers)].flatMap(({ ui, context, pointer, value }): Fault[] => {
    const isMissing = value === undefined || (Array.isArray(value) && value.length === 0);
    const rule = ui['x-require'];
    if (isMissing) return typeof rule === 'string' && holds(rule, context) ? [{ pointer, code: 'required' }] : [];
    return (ui['x-check'] ?? [])
      .filter((check) => holds(check.rule, { ...context, value }) === false)
      .map((check) => ({ pointer, code: 'check', text: check.message }));
  });

/** Texts that the store cannot keep: control characters (NUL breaks Postgres) and halves of surrogate pairs. */
const unfitTexts = (value: unknown, path: (string | number)[] = []): Fault[] => {
  if (typeof value === 'string') return isFit(value) ? [] : [{ pointer: pointerOf(path), code: 'characters' }];
  if (typeof value !== 'object' || value === null || path.length > 40) return [];
  return Object.entries(value as Record<string, Json>).flatMap(([name, entry]) => [
    ...(isFit(name) ? [] : [{ pointer: pointerOf(path), code: 'characters' }]),
    ...unfitTexts(entry, [...path, name]),
  ]);
};
// eslint-disable-next-line no-control-regex
const isFit = (text: string): boolean => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u.test(text);
