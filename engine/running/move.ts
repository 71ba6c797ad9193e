import { enter } from './enter.ts';
import { raiseIncident } from './incident.ts';
import { arrive } from './instance.ts';
import { leave } from './leave.ts';
import type { Run } from './run.ts';
import { copyOf, elementOf } from './run.ts';
import type { Instance } from './state.ts';
import { childrenOf } from './state.ts';

/** More steps than this at one moment are a circle without a wait. */
const mostSteps = 1_000;

/** Moves tokens until each stands at something that takes time, and ends what has none left. */
export const moveTokens = (run: Run): void => {
  for (;;) {
    const token = run.underway.shift();
    if (token) step(run, token);
    else if (!finishOne(run)) break;
  }
  if (Object.keys(run.state.instances).length === 0) end(run);
  else findStuckJoins(run);
};

const step = (run: Run, { flow, to, scope }: Run['underway'][number]): void => {
  // A sub-process may have been cancelled while its token was underway.
  if (scope !== null && !run.state.instances[scope]) return;
  const element = elementOf(run, to);
  const isJoin = element.type === 'parallelGateway' && element.incoming.length > 1;
  const waiting = isJoin ? joinAt(run, to, scope) : undefined;
  const instance = waiting ?? arrive(run, to, scope);
  run.entered += 1;
  if (run.entered > mostSteps) tooManySteps(run, instance);
  else if (isJoin && flow !== null) join(run, instance, flow);
  else enter(run, instance);
};

const tooManySteps = (run: Run, instance: Instance) =>
  raiseIncident(run, instance, { code: 'endless-loop', detail: `${mostSteps} steps without a wait`, stage: 'enter' });

const joinAt = (run: Run, elementId: string, scope: string | null): Instance | undefined =>
  childrenOf(run.state, scope).find((instance) => instance.elementId === elementId);

/** A join goes on when a token came by each flow; tokens beyond that wait for the next round. */
const join = (run: Run, instance: Instance, flow: string): void => {
  instance.arrived[flow] = (instance.arrived[flow] ?? 0) + 1;
  instance.waitsFor = 'tokens';
  const { incoming, id } = elementOf(run, instance.elementId);
  if (incoming.some((needed) => !instance.arrived[needed])) return;
  const left = Object.entries(copyOf(instance.arrived)).map(([by, count]) => [by, count - 1] as const);
  leave(run, instance, {});
  const again = left.filter(([, count]) => count > 0);
  if (again.length > 0)
    Object.assign(arrive(run, id, instance.scope), { waitsFor: 'tokens', arrived: Object.fromEntries(again) });
};

/** A sub-process without tokens is done. */
const finishOne = (run: Run): boolean => {
  const finished = Object.values(run.state.instances).find(
    (instance) =>
      instance.waitsFor === 'children' && !instance.incident && childrenOf(run.state, instance.key).length === 0,
  );
  if (finished) leave(run, finished, {});
  return finished !== undefined;
};

const end = (run: Run): void => {
  run.state.status = 'ended';
  run.commands.push({ type: 'end', variables: copyOf(run.state.variables) });
};

/** When all that is left waits for tokens that cannot come, a person must know. */
const findStuckJoins = (run: Run): void => {
  const all = Object.values(run.state.instances);
  const canMove = all.some(({ waitsFor, incident }) => !['tokens', 'children'].includes(waitsFor) || incident !== null);
  if (canMove) return;
  for (const instance of all.filter(({ waitsFor }) => waitsFor === 'tokens')) {
    const detail = `came by: ${Object.keys(instance.arrived).join(', ')}`;
    raiseIncident(run, instance, { code: 'stuck-join', detail, stage: 'enter' });
  }
};
