import { evaluateFeel } from './feel.ts';
import { fieldsOf, isObject } from './fields.ts';
import type { Answers, Form, Json } from './form.ts';

/** The answers with every `x-calculate` field filled; a value that can't be computed yet leaves the field empty. */
export const calculate = (form: Form, answers: Answers): Answers => {
  const filled = structuredClone(answers);
  for (const { ui, context, path, name } of fieldsOf(form, filled)) {
    const rule = ui['x-calculate'];
    if (typeof rule !== 'string') continue;
    const holder = path
      .slice(0, -1)
      .reduce<Json | undefined>((value, part) => (value as never)?.[part] as Json | undefined, filled);
    if (!isObject(holder)) continue;
    const outcome = evaluateFeel(rule, context);
    const value = outcome.ok ? outcome.value : null;
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) holder[name] = value as Json;
    else delete holder[name];
  }
  return filled;
};
