import type { Run } from './run.ts';
import { elementOf, record } from './run.ts';
import type { Instance } from './state.ts';
import { blockKeyOf, boundaryKeyOf, childrenOf } from './state.ts';

/** Takes a token (a sub-process with all in it) away, and with it all it waits for. */
export const cancel = (run: Run, instance: Instance): void => {
  cancelChildren(run, instance.key);
  if (instance.waitsFor === 'task') run.commands.push({ type: 'cancel-task', taskKey: instance.key });
  if (instance.waitsFor === 'block') run.commands.push({ type: 'cancel-block', blockKey: blockKeyOf(instance) });
  if (instance.waitsFor === 'timer') run.commands.push({ type: 'cancel-timer', timerKey: instance.key });
  if (instance.waitsFor === 'message') run.commands.push({ type: 'cancel-message', subscriptionKey: instance.key });
  disarm(run, instance);
  resolveIncident(run, instance);
  record(run, instance.elementId, 'cancelled');
  remove(run, instance);
};

export const cancelChildren = (run: Run, scope: string | null): void =>
  childrenOf(run.state, scope).forEach((child) => cancel(run, child));

export const remove = (run: Run, instance: Instance): void => {
  delete run.state.instances[instance.key];
};

/** Boundary events stop to listen. */
export const disarm = (run: Run, instance: Instance): void => {
  for (const boundaryId of Object.keys(instance.armed)) {
    const boundary = elementOf(run, boundaryId);
    const key = boundaryKeyOf(instance, boundaryId);
    const isTimer = boundary.type === 'boundaryEvent' && boundary.trigger.on === 'timer';
    run.commands.push(
      isTimer ? { type: 'cancel-timer', timerKey: key } : { type: 'cancel-message', subscriptionKey: key },
    );
  }
  instance.armed = {};
};

export const resolveIncident = (run: Run, instance: Instance): void => {
  if (instance.incident) run.commands.push({ type: 'resolve-incident', incidentKey: instance.incident.key });
  instance.incident = null;
};
