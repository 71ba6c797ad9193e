import { evaluate, FeelFunction, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import type { Matter } from '#domain/case-terms';
import { termOf, terms } from '#domain/case-terms';
import { warsawDate } from '#domain/calendar/warsaw';
import type { Instant, Json, Variables } from './contract.ts';

/**
 * FEEL, evaluated by feelin with Camunda 8's reading of null: a name or field that does not exist is null; a comparison,
 * sum or function over null is null, save `= null` and `!= null`. Nothing here throws: a text that is no FEEL and a result
 * that is no data are values of their own. `now()` and `today()` are the office's time, never the machine's; beyond Camunda's
 * functions there is `lastDayOf(matter)`, the end of a statutory term that begins today, days off considered (null for a
 * matter that `domain/case-terms` does not have).
 */
export type FeelResult = { ok: true; value: Json } | { ok: false; code: FeelError; detail: string };
export type FeelError = 'feel-syntax' | 'feel-failed' | 'feel-not-data';

/** The value of the expression (without its leading `=`). */
export const evaluateFeel = (expression: string, variables: Variables, now: Instant): FeelResult =>
  guarded(() => evaluate(expression, { ...officeTime(now), ...variables }).value);

/** Whether the value passes a cell of a decision table; an unknown answer (null) is no. */
export const passesUnaryTest = (test: string, value: Json, variables: Variables, now: Instant): FeelResult =>
  guarded(() => unaryTest(test, { ...officeTime(now), ...variables, '?': value }).value === true);

/** Whether a text is FEEL at all: null, or what is wrong with it. */
export const feelSyntaxError = (text: string, kind: 'expression' | 'unary tests'): string | null => {
  const tree = kind === 'expression' ? parseExpression(text, {}, undefined) : parseUnaryTests(text, {}, undefined);
  let at: number | null = null;
  tree.iterate({ enter: (node) => void (node.type.isError && at === null && (at = node.from)) });
  return at === null ? null : `${text.slice(0, at)}⟨?⟩${text.slice(at)}`;
};

const guarded = (run: () => unknown): FeelResult => {
  try {
    const value = toJson(run());
    return value === undefined
      ? { ok: false, code: 'feel-not-data', detail: 'the result is a function or a range' }
      : { ok: true, value };
  } catch (error) {
    const { name, message } = error as Error;
    // feelin's own SyntaxError carries the position; anything else went wrong while computing.
    const isSyntax = typeof error === 'object' && error !== null && 'position' in error;
    return { ok: false, code: isSyntax ? 'feel-syntax' : 'feel-failed', detail: message || name };
  }
};

/** FEEL values as JSON: dates, times and durations as their ISO text, what cannot be counted as null; undefined if it is no data. */
const toJson = (value: unknown): Json | undefined => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function' || value instanceof FeelFunction) return undefined;
  if (Array.isArray(value)) return allData(value.map(toJson));
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return String(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const entries = Object.entries(value).map(([key, entry]) => [key, toJson(entry)] as const);
  return entries.some(([, entry]) => entry === undefined) ? undefined : (Object.fromEntries(entries) as Variables);
};
const allData = (list: (Json | undefined)[]): Json[] | undefined =>
  list.includes(undefined) ? undefined : (list as Json[]);

const officeTime = (now: Instant) => {
  const today = warsawDate(Date.parse(now));
  const date = (text: string) => evaluate('date(text)', { text }).value;
  return {
    now: new FeelFunction(() => evaluate('date and time(text)', { text: utcSeconds(now) }).value, []),
    today: new FeelFunction(() => date(today), []),
    lastDayOf: new FeelFunction(
      (matter: unknown) => (isMatter(matter) ? date(termOf(matter, today).lastDay) : null),
      ['matter'],
    ),
  };
};

const isMatter = (matter: unknown): matter is Matter => typeof matter === 'string' && Object.hasOwn(terms, matter);

const utcSeconds = (now: Instant): string => `${new Date(Date.parse(now)).toISOString().slice(0, 19)}Z`;
