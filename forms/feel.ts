import { evaluate } from 'feelin';

export type FeelOutcome = { ok: true; value: unknown } | { ok: false; error: string };

/**
 * The value of a FEEL expression over the answers. A name that does not exist is null. Nothing is thrown: a text that is no
 * FEEL is a value of its own. Money is never computed here (feelin counts in binary floats): `domain/` does that. There is no
 * clock in this room, so `now()` and `today()` are refused.
 */
export const evaluateFeel = (expression: string, context: Record<string, unknown>): FeelOutcome => {
  const text = expression.replace(/^\s*=/, '');
  if (/\b(now|today)\s*\(/.test(text)) return { ok: false, error: 'now() and today() cannot be used in a form' };
  const names = namedIn(text, context);
  return remembered(`${text}\n${JSON.stringify(names)}`, () => {
    try {
      return { ok: true, value: evaluate(text, names).value };
    } catch (error) {
      return { ok: false, error: (error as Error).message };
    }
  });
};

/** Whether a rule holds; null (an answer not given yet) and a broken rule are neither true nor false. */
export const holds = (expression: string, context: Record<string, unknown>): boolean | undefined => {
  const outcome = evaluateFeel(expression, context);
  return outcome.ok && typeof outcome.value === 'boolean' ? outcome.value : undefined;
};

/** Only what the expression can see: the rest of a long form must not count in what is remembered. */
const namedIn = (text: string, context: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(context).filter(([name]) => text.includes(name)));

/** A keystroke asks every rule of the form again, mostly over the same answers; parsing anew each time would be felt. */
const memory = new Map<string, FeelOutcome>();
const remembered = (key: string, compute: () => FeelOutcome): FeelOutcome => {
  const known = memory.get(key);
  if (known) return known;
  if (memory.size >= 2000) memory.clear();
  const outcome = compute();
  memory.set(key, outcome);
  return outcome;
};
