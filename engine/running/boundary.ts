import type { Command, Instant, Variables } from '../contract.ts';
import type { ElementOf, Timer } from '../plan.ts';
import { cancel } from './cancel.ts';
import { dueOf } from './due.ts';
import { ElementFailure } from './failure.ts';
import { arrive } from './instance.ts';
import { leave } from './leave.ts';
import type { Run } from './run.ts';
import { elementOf, textOf } from './run.ts';
import type { Instance } from './state.ts';
import { boundaryKeyOf, visibleFrom } from './state.ts';

type Boundary = ElementOf<'boundaryEvent'>;

export const boundariesOf = (run: Run, elementId: string): Boundary[] =>
  elementOf(run, elementId).boundary.flatMap((id) => {
    const boundary = elementOf(run, id);
    return boundary.type === 'boundaryEvent' ? [boundary] : [];
  });

export const timerDue = (run: Run, { kind, when }: Timer, variables: Variables): Instant => {
  const text = textOf(run, when, variables, 'the timer');
  const due = dueOf(kind, text, run.now);
  if (due === null) throw new ElementFailure('no-time', `${text} is no ${kind}`);
  return due;
};

/** Boundary timers and messages begin to listen. All are evaluated before the first is set: a failure leaves none behind. */
export const arm = (run: Run, instance: Instance): void => {
  const variables = visibleFrom(run.state, instance.scope);
  const listening = boundariesOf(run, instance.elementId)
    .filter(({ trigger }) => trigger.on !== 'error')
    .map((boundary) => listen(run, instance, boundary, variables));
  for (const { id, correlationKey, command } of listening) {
    instance.armed[id] = { correlationKey };
    run.commands.push(command);
  }
};

type Listening = { id: string; correlationKey: string | null; command: Command };

const listen = (run: Run, instance: Instance, { id, trigger }: Boundary, variables: Variables): Listening => {
  const key = boundaryKeyOf(instance, id);
  if (trigger.on === 'timer') {
    const due = timerDue(run, trigger.timer, variables);
    return { id, correlationKey: null, command: { type: 'set-timer', timerKey: key, elementId: id, due } };
  }
  if (trigger.on === 'error') throw new Error(`${id} does not listen`);
  const { name, correlationKey: wanted } = trigger.message;
  const correlationKey = textOf(run, wanted, variables, 'the correlation key');
  const command: Command = { type: 'await-message', subscriptionKey: key, elementId: id, name, correlationKey };
  return { id, correlationKey, command };
};

/** The event has happened: the token goes on from it; one that interrupts takes the element's own token away first. */
export const fire = (run: Run, instance: Instance, boundary: Boundary, output: Variables): void => {
  // A message that does not interrupt is listened for again; a timer fires once.
  if (boundary.interrupting || boundary.trigger.on === 'timer') delete instance.armed[boundary.id];
  if (boundary.interrupting) cancel(run, instance);
  leave(run, arrive(run, boundary.id, instance.scope), output);
};

/**
 * A BPMN error looks for a boundary event outwards from the element: one with its code, or one for every error. The event's
 * output mapping sees `errorCode` and `errorMessage`; without a mapping nothing is written. False when nobody catches it.
 */
export const throwError = (run: Run, instance: Instance, code: string, message: string): boolean => {
  const catching = boundariesOf(run, instance.elementId).filter(({ trigger }) => trigger.on === 'error');
  const caught =
    catching.find(({ trigger }) => trigger.on === 'error' && trigger.code === code) ??
    catching.find(({ trigger }) => trigger.on === 'error' && trigger.code === null);
  if (caught) {
    const output: Variables = caught.output.length > 0 ? { errorCode: code, errorMessage: message } : {};
    fire(run, instance, caught, output);
    return true;
  }
  const around = instance.scope === null ? undefined : run.state.instances[instance.scope];
  return around !== undefined && throwError(run, around, code, message);
};
