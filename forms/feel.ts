import { evaluate } from 'feelin';

export type FeelOutcome = { ok: true; value: unknown } | { ok: false; error: string };

/**
 * The value of a FEEL expression over the answers. A name that does not exist is null. Nothing is thrown: a text that is no
 * FEEL is a value of its own. Money is never computed here (feelin counts in binary floats): `domain/` does that.
 */
export const evaluateFeel = (expression: string, context: Record<string, unknown>): FeelOutcome => {
  try {
    return { ok: true, value: evaluate(expression.replace(/^\s*=/, ''), context).value };
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
};

/** Whether a rule holds; null (an answer not given yet) and a broken rule are neither true nor false. */
export const holds = (expression: string, context: Record<string, unknown>): boolean | undefined => {
  const outcome = evaluateFeel(expression, context);
  return outcome.ok && typeof outcome.value === 'boolean' ? outcome.value : undefined;
};
