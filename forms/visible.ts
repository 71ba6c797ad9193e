import { holds } from './feel.ts';
import { fieldsOf, isObject } from './fields.ts';
import type { Answers, Form, Json } from './form.ts';
import { isWithin, pathOf } from './json-pointer.ts';

/** Pointers of the fields that their `x-show` hides now; what lies under a hidden field is hidden with it. */
export const hiddenFields = (form: Form, answers: Answers): Set<string> => {
  let [hidden, seen] = [new Set<string>(), answers];
  // A hidden answer must not decide about others, so the rules are asked again without it, until nothing changes.
  for (let round = 0; round < 20; round += 1) {
    const now = new Set(hiddenOnce(form, seen));
    if (now.size === hidden.size && [...now].every((pointer) => hidden.has(pointer))) return now;
    hidden = now;
    seen = without(answers, hidden);
  }
  return hidden;
};

const hiddenOnce = (form: Form, answers: Answers): string[] =>
  [...fieldsOf(form, answers)]
    .filter(({ ui, context }) => {
      const rule = ui['x-show'];
      return typeof rule === 'string' && holds(rule, context) !== true;
    })
    .map((field) => field.pointer);

export const isHidden = (hidden: ReadonlySet<string>, pointer: string): boolean =>
  [...hidden].some((ancestor) => isWithin(pointer, ancestor));

/** The answers without the hidden ones: what nobody was asked is not kept. */
export const prune = (form: Form, answers: Answers): Answers => without(answers, hiddenFields(form, answers));

const without = (answers: Answers, hidden: ReadonlySet<string>): Answers => {
  const copy = structuredClone(answers);
  for (const pointer of hidden) {
    const path = pathOf(pointer);
    const name = path.pop() ?? '';
    const holder = path.reduce<Json | undefined>(
      (value, part) => (Array.isArray(value) ? value[Number(part)] : isObject(value) ? value[part] : undefined),
      copy,
    );
    if (isObject(holder)) delete holder[name];
  }
  return copy;
};
