import type { Instant, Json, Variables } from '../contract.ts';
import { evaluateFeel, passesUnaryTest } from '../feel.ts';
import type { Decision, Table } from './decision.ts';
import { pick } from './hit-policies.ts';

export type Decided = { ok: true; value: Json } | { ok: false; code: string; detail: string };

/** Asks a decision, and first all that it requires, each once. No matching rule gives null, or the table's default outputs. */
export const evaluateDecision = (
  decisions: { [id: string]: Decision },
  id: string,
  variables: Variables,
  now: Instant,
  decided = new Map<string, Decided>(),
): Decided => {
  const known = decided.get(id);
  if (known) return known;
  const decision = decisions[id];
  if (!decision) return { ok: false, code: 'unknown-decision', detail: id };
  const around: Variables = { ...variables };
  for (const requiredId of decision.requires) {
    const required = evaluateDecision(decisions, requiredId, variables, now, decided);
    if (!required.ok) return required;
    around[requiredId] = required.value;
    around[decisions[requiredId]?.name ?? requiredId] = required.value;
  }
  const { logic } = decision;
  const result =
    logic.kind === 'literal' ? evaluateFeel(logic.expression, around, now) : evaluateTable(logic, around, now);
  decided.set(id, result);
  return result;
};

const evaluateTable = (table: Table, variables: Variables, now: Instant): Decided => {
  try {
    return pick(table, matchingOutputs(table, variables, now), (feel) => orThrow(evaluateFeel(feel, variables, now)));
  } catch (error) {
    if (error instanceof CellFailure) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
};

/** For each matching rule its outputs, one a column. */
const matchingOutputs = (table: Table, variables: Variables, now: Instant): Json[][] => {
  const inputs = table.inputs.map(({ expression }) => orThrow(evaluateFeel(expression, variables, now)));
  const matches = (tests: string[]) =>
    tests.every(
      (test, column) => test === '-' || orThrow(passesUnaryTest(test, inputs[column] ?? null, variables, now)) === true,
    );
  const rules = table.rules.filter(({ inputs: tests }) => matches(tests));
  return rules.map(({ outputs }) =>
    outputs.map((cell) => (cell === '' ? null : orThrow(evaluateFeel(cell, variables, now)))),
  );
};

class CellFailure extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

const orThrow = (result: Decided): Json => {
  if (result.ok) return result.value;
  throw new CellFailure(result.code, result.detail);
};
