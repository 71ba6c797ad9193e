import type { Problem } from '../contract.ts';
import { feelSyntaxError } from '../feel.ts';
import type { Value } from '../plan.ts';
import { problem } from '../problems.ts';
import { dueOf } from '../running/due.ts';
import type { ModelElement } from './model.ts';
import { nameOf } from './model.ts';

/** An expression of the diagram and where it stands, kept for the checks of names. */
export type Found = { owner: ModelElement; feel: string; kind: 'expression' | 'unary tests' };

/** What reading gathers beside the plan. */
export type Reading = { problems: Problem[]; expressions: Found[] };

/** FEEL after `=`, or a text as it stands. */
export const readValue = (reading: Reading, owner: ModelElement, source: string): Value<string> =>
  source.startsWith('=') ? { feel: readFeel(reading, owner, source.slice(1)) } : plain(reading, owner, source);

/** FEEL where nothing else may stand. Camunda writes a `=` before it. */
export const readExpression = (reading: Reading, owner: ModelElement, source: string): string => {
  if (source.startsWith('=')) return readFeel(reading, owner, source.slice(1));
  plain(reading, owner, source);
  if (!isForeign(source))
    reading.problems.push(problem('no-expression', owner.id ?? null, { name: nameOf(owner), text: source }));
  return 'null';
};

/** A date or a duration, as a text or FEEL. */
export const readTime = (
  reading: Reading,
  owner: ModelElement,
  kind: 'date' | 'duration',
  source: string,
): Value<string> => {
  const value = readValue(reading, owner, source);
  if ('is' in value && dueOf(kind, value.is, '2026-01-01T00:00:00.000Z') === null)
    reading.problems.push(problem('bad-time', owner.id ?? null, { name: nameOf(owner), text: source }));
  return value;
};

export const readFeel = (
  reading: Reading,
  owner: ModelElement,
  source: string,
  kind: Found['kind'] = 'expression',
): string => {
  const feel = source.trim();
  const place = feelSyntaxError(feel, kind);
  if (place !== null) reading.problems.push(problem('feel-syntax', owner.id ?? null, { name: nameOf(owner), place }));
  else reading.expressions.push({ owner, feel, kind });
  return feel;
};

const isForeign = (source: string) => /^[$#]\{.*\}$/s.test(source);

const plain = (reading: Reading, owner: ModelElement, source: string): Value<string> => {
  if (isForeign(source)) {
    const hint = `=${source.slice(2, -1).trim().replaceAll('==', '=').replaceAll('&&', 'and').replaceAll('||', 'or').replaceAll("'", '"')}`;
    reading.problems.push(problem('feel-foreign', owner.id ?? null, { name: nameOf(owner), text: source, hint }));
  }
  return { is: source };
};
