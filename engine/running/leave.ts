import type { Json, Variables } from '../contract.ts';
import type { PlanElement } from '../plan.ts';
import { disarm, remove, resolveIncident } from './cancel.ts';
import { ElementFailure } from './failure.ts';
import { orIncident } from './incident.ts';
import type { Run } from './run.ts';
import { elementOf, evaluateAt, propagate, record, visibleAt } from './run.ts';
import type { Instance } from './state.ts';

/** The element is done: its results are written, its boundary events stop, and tokens set out on its flows. */
export const leave = (run: Run, instance: Instance, output: Variables): void => {
  instance.waitsFor = 'nothing';
  orIncident(run, instance, 'leave', output, () => {
    propagate(run, instance, output);
    const element = elementOf(run, instance.elementId);
    // The way is chosen before anything is taken away: an incident leaves the token where it is.
    const flows = flowsOut(run, element, visibleAt(run, instance));
    disarm(run, instance);
    resolveIncident(run, instance);
    record(run, element.id, 'left');
    remove(run, instance);
    takeFlows(run, flows, instance.scope);
  });
};

export const takeFlows = (run: Run, flows: string[], scope: string | null): void => {
  for (const id of flows) {
    const flow = run.plan.flows[id];
    if (flow) run.underway.push({ flow: id, to: flow.to, scope });
  }
};

/** One flow of an exclusive gateway; of everything else each flow that is open, or the default one. */
const flowsOut = (run: Run, element: PlanElement, variables: Variables): string[] => {
  if (element.outgoing.length === 0) return [];
  const conditional = element.outgoing.filter((id) => id !== element.default);
  const isOpen = (id: string) => holds(run, run.plan.flows[id]?.condition ?? null, variables);
  if (element.type === 'parallelGateway') return element.outgoing;
  const open = element.type === 'exclusiveGateway' ? conditional.filter(first(isOpen)) : conditional.filter(isOpen);
  if (open.length > 0) return open;
  if (element.default !== null) return [element.default];
  throw new ElementFailure('no-branch', 'no condition holds and there is no default flow');
};

/** Lets only the first one through, and asks no further. */
const first = (test: (id: string) => boolean) => {
  let found = false;
  return (id: string) => !found && (found = test(id));
};

/** A condition that is neither true nor false stops the case, as in Camunda 8: null must not choose the default in silence. */
const holds = (run: Run, condition: string | null, variables: Variables): boolean => {
  if (condition === null) return true;
  const value: Json = evaluateAt(run, condition, variables);
  if (typeof value === 'boolean') return value;
  throw new ElementFailure('no-boolean', `${condition} is ${JSON.stringify(value)}`);
};
