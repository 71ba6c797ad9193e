import type { Variables } from '#engine/contract';
import type { Plan } from '#engine/plan';

/** Least data: of a task's answers only those that some expression of the process names; free text stays in the store. */
export const answersNamed = (plan: Plan, answers: Variables): Variables => {
  const names = new Set(JSON.stringify(plan).match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
};
