import type { DrawnProcess, DrawnStep } from './read-diagram.ts';

export type Position = { active: readonly string[]; visited: readonly string[] };
export type StepsInWords = { done: DrawnStep[]; now: DrawnStep[]; next: DrawnStep[] };

/** A gateway or an unnamed event says nothing in a list: what stands behind it does. */
const speaks = (step: DrawnStep): boolean => step.name !== '' && !/Gateway$|boundaryEvent$/.test(step.kind);

/** The picture as three lists: steps done, steps where the case stands now, and the steps that may follow. */
export const stepsInWords = ({ steps, flows }: DrawnProcess, { active, visited }: Position): StepsInWords => {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const following = new Set<string>();
  const seen = new Set<string>(active);
  const lookBehind = (id: string): void => {
    for (const { to } of flows.filter(({ from }) => from === id)) {
      const step = byId.get(to);
      if (step === undefined || seen.has(to)) continue;
      seen.add(to);
      if (speaks(step)) following.add(to);
      else lookBehind(to);
    }
  };
  active.forEach(lookBehind);
  const named = (ids: Iterable<string>): DrawnStep[] =>
    [...ids].flatMap((id) => byId.get(id) ?? []).filter((step) => step.name !== '');
  return {
    done: named(new Set(visited)).filter((step) => speaks(step) && !active.includes(step.id)),
    now: named(active),
    // In the file's order, which is the order of drawing; a step done before may come again (a return for correction).
    next: steps.filter(({ id }) => following.has(id)),
  };
};

/** The arrows that the case went along: between two steps that it has been at. */
export const walkedFlows = ({ flows }: DrawnProcess, { active, visited }: Position): string[] => {
  const been = new Set([...visited, ...active]);
  return flows.filter(({ id, from, to }) => been.has(id) || (been.has(from) && been.has(to))).map(({ id }) => id);
};
