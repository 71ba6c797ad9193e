import { fieldsOf, isObject } from './fields.ts';
import type { Answers, Form, Json } from './form.ts';
import { valueAt } from './json-pointer.ts';
import { normalise } from './normalise.ts';

/**
 * The answers with empty fields filled from what the office knows (`x-prefill: person.pesel`); what was typed stays.
 * Fields in rows are not filled: there is no row before someone adds one.
 */
export const prefill = (form: Form, answers: Answers, known: { [source: string]: Json }): Answers => {
  const filled = structuredClone(answers);
  for (const { ui, path, schema, pointer } of [...fieldsOf(form, answers)]) {
    const source = ui['x-prefill'];
    if (typeof source !== 'string' || path.some((part) => typeof part === 'number')) continue;
    const value = valueAt(known, `/${source.replaceAll('.', '/')}`) as Json | undefined;
    const present = valueAt(filled, pointer);
    if (value === undefined || value === null || value === '' || (present !== undefined && present !== '')) continue;
    if (schema.properties && !isObject(value)) continue;
    put(filled, path as string[], value);
  }
  return normalise(form, filled);
};

const put = (answers: Answers, path: string[], value: Json): void => {
  let holder: { [key: string]: Json } = answers;
  for (const part of path.slice(0, -1)) {
    const next = holder[part];
    holder = isObject(next) ? next : ((holder[part] = {}) as { [key: string]: Json });
  }
  holder[path.at(-1) ?? ''] = value;
};
