/** The answer of every `parse…`: the canonical value with what it carries, or the first reason why it is not one. */
export type Parsed<Value, Reason extends string, Parts = unknown> =
  ({ readonly ok: true; readonly value: Value } & Parts) | { readonly ok: false; readonly reason: Reason };

/** A refusal with its reason. */
export const refused = <Reason extends string>(reason: Reason): { readonly ok: false; readonly reason: Reason } => ({
  ok: false,
  reason,
});
