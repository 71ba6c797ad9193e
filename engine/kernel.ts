import type { Instant, KernelEvent, Outcome, Variables } from './contract.ts';
import type { Plan } from './plan.ts';
import { startOf } from './plan.ts';
import { boundariesOf, fire, throwError } from './running/boundary.ts';
import { resolveIncident } from './running/cancel.ts';
import { enter, runBlock } from './running/enter.ts';
import { raiseIncident } from './running/incident.ts';
import { leave } from './running/leave.ts';
import { moveTokens } from './running/move.ts';
import type { Run } from './running/run.ts';
import { copyOf, elementOf } from './running/run.ts';
import type { Instance, State } from './running/state.ts';
import { blockKeyOf, boundaryKeyOf, newState } from './running/state.ts';

export type { State } from './running/state.ts';

/** Begins a case: the state after the first steps and what is to be done now. The input becomes the process's variables. */
export const start = (plan: Plan, input: Variables, now: Instant): Outcome<State> => {
  const run = newRun(plan, newState(copyOf(input)), now);
  const first = startOf(plan, null);
  if (!first) throw new Error(`the plan ${plan.processId} has no start event`);
  run.underway.push({ flow: null, to: first.id, scope: null });
  return finish(run);
};

/**
 * Tells the kernel what happened. A repeated or late event (its task, timer or block is no longer open) changes nothing: the
 * very same state comes back, with no commands. The state that was given is never changed.
 */
export const step = (plan: Plan, state: State, event: KernelEvent, now: Instant): Outcome<State> => {
  if (state.status === 'ended') return { state, commands: [] };
  const run = newRun(plan, copyOf(state), now);
  return happen(run, event) ? finish(run) : { state, commands: [] };
};

/** Elements on which a token stands, each once, in order of entry; incidents and sub-processes included. */
export const activeElements = (state: State): string[] => [
  ...new Set(Object.values(state.instances).map(({ elementId }) => elementId)),
];

/** Open incidents: what stands still, and why. */
export const openIncidents = (state: State): { incidentKey: string; elementId: string; code: string }[] =>
  Object.values(state.instances).flatMap(({ elementId, incident }) =>
    incident ? [{ incidentKey: incident.key, elementId, code: incident.code }] : [],
  );

const newRun = (plan: Plan, state: State, now: Instant): Run => {
  if (plan.format !== 1 || state.format !== 1) throw new Error('plan or state of an unknown format');
  return { plan, state, now, commands: [], underway: [], entered: 0 };
};

const finish = (run: Run): Outcome<State> => {
  moveTokens(run);
  return { state: run.state, commands: run.commands };
};

/** False when nothing waits for the event. */
const happen = (run: Run, event: KernelEvent): boolean => {
  const waiting = Object.values(run.state.instances);
  switch (event.type) {
    case 'task-completed':
      return complete(
        run,
        waiting.find(({ key, waitsFor }) => key === event.taskKey && waitsFor === 'task'),
        event.output,
      );
    case 'block-ended':
      return complete(run, waiting.find(runsBlock(event.blockKey)), event.output);
    case 'block-failed':
      return blockFailed(run, waiting.find(runsBlock(event.blockKey)), event.code, event.message);
    case 'timer-fired':
      return timerFired(run, waiting, event.timerKey);
    case 'message':
      return messageCame(run, waiting, event);
    case 'incident-retried':
      return retry(
        run,
        waiting.find(({ incident }) => incident?.key === event.incidentKey),
      );
  }
};

const runsBlock = (blockKey: string) => (instance: Instance) =>
  instance.waitsFor === 'block' && blockKeyOf(instance) === blockKey;

const complete = (run: Run, instance: Instance | undefined, output: Variables): boolean => {
  if (instance) leave(run, instance, copyOf(output));
  return instance !== undefined;
};

const blockFailed = (run: Run, instance: Instance | undefined, code: string, message: string): boolean => {
  if (!instance) return false;
  instance.waitsFor = 'nothing';
  if (!throwError(run, instance, code, message))
    raiseIncident(run, instance, { code, detail: message, stage: 'block' });
  return true;
};

const timerFired = (run: Run, waiting: Instance[], timerKey: string): boolean => {
  const instance = waiting.find(({ key, waitsFor }) => key === timerKey && waitsFor === 'timer');
  if (instance) return complete(run, instance, {});
  return fireBoundary(run, waiting, (owner, id) => boundaryKeyOf(owner, id) === timerKey, {});
};

type Message = Extract<KernelEvent, { type: 'message' }>;

/** A message goes to the one that has waited longest for its name and key. */
const messageCame = (run: Run, waiting: Instance[], message: Message): boolean => {
  const instance = waiting.find((candidate) => {
    const element = elementOf(run, candidate.elementId);
    const isNamed = element.type === 'messageCatch' && element.message.name === message.name;
    return isNamed && candidate.waitsFor === 'message' && candidate.correlationKey === message.correlationKey;
  });
  if (instance) return complete(run, instance, message.variables);
  const matches = (owner: Instance, id: string) => {
    const element = elementOf(run, id);
    const isNamed =
      element.type === 'boundaryEvent' &&
      element.trigger.on === 'message' &&
      element.trigger.message.name === message.name;
    return isNamed && owner.armed[id]?.correlationKey === message.correlationKey;
  };
  return fireBoundary(run, waiting, matches, message.variables);
};

const fireBoundary = (
  run: Run,
  waiting: Instance[],
  matches: (owner: Instance, boundaryId: string) => boolean,
  output: Variables,
): boolean => {
  for (const owner of waiting)
    for (const boundary of boundariesOf(run, owner.elementId))
      if (owner.armed[boundary.id] && matches(owner, boundary.id)) {
        fire(run, owner, boundary, copyOf(output));
        return true;
      }
  return false;
};

/** Repeats what had failed: the whole element, only its block, or only the step out of it. */
const retry = (run: Run, instance: Instance | undefined): boolean => {
  const incident = instance?.incident;
  if (!instance || !incident) return false;
  resolveIncident(run, instance);
  if (incident.stage === 'leave') leave(run, instance, incident.output);
  else if (incident.stage === 'block') runBlock(run, instance);
  else if (instance.waitsFor !== 'tokens') enter(run, instance);
  return true;
};
