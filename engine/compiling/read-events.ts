import type { ElementKinds, MessageRef, Timer, Trigger } from '../plan.ts';
import type { Reading } from './expressions.ts';
import { readTime, readValue } from './expressions.ts';
import type { ModelElement } from './model.ts';
import { element, elements, extension, text } from './model.ts';
import { missing, unsupported } from './required.ts';

export const definitionsOf = (event: ModelElement): ModelElement[] => elements(event['eventDefinitions']);

/** The only definition of the event; more than one is not executed. */
export const definitionOf = (reading: Reading, event: ModelElement): ModelElement | undefined => {
  const [first, ...more] = definitionsOf(event);
  if (more.length > 0) unsupported(reading, event, 'several event definitions');
  return first;
};

export const readTimer = (reading: Reading, event: ModelElement, definition: ModelElement): Timer => {
  const body = (name: string) => text(element(definition[name])?.['body']);
  const date = body('timeDate');
  const duration = body('timeDuration');
  if (body('timeCycle') !== undefined) unsupported(reading, event, 'timeCycle');
  else if (date === undefined && duration === undefined) missing(reading, event, 'timer');
  const kind = date === undefined ? 'duration' : 'date';
  return { kind, when: readTime(reading, event, kind, date ?? duration ?? 'PT0S') };
};

export const readMessage = (reading: Reading, owner: ModelElement, reference: unknown): MessageRef => {
  const message = element(reference);
  const name = text(message?.name) ?? missing(reading, owner, 'message');
  const key = message && text(extension(message, 'zeebe:Subscription')?.['correlationKey']);
  return { name, correlationKey: readValue(reading, owner, key ?? missing(reading, owner, 'correlationKey')) };
};

/** Null with a problem when a boundary event listens for something else. */
export const readTrigger = (reading: Reading, event: ModelElement): Trigger | null => {
  const definition = definitionOf(reading, event);
  switch (definition?.$type) {
    case 'bpmn:TimerEventDefinition':
      return { on: 'timer', timer: readTimer(reading, event, definition) };
    case 'bpmn:MessageEventDefinition':
      return { on: 'message', message: readMessage(reading, event, definition['messageRef']) };
    case 'bpmn:ErrorEventDefinition':
      return { on: 'error', code: text(element(definition['errorRef'])?.['errorCode']) ?? null };
    default:
      return unsupported(reading, event, definition?.$type ?? 'no event definition');
  }
};

export const readEnd = (reading: Reading, event: ModelElement): ElementKinds['endEvent'] | null => {
  const definition = definitionOf(reading, event);
  if (!definition) return { end: 'none' };
  if (definition.$type === 'bpmn:TerminateEventDefinition') return { end: 'terminate' };
  if (definition.$type !== 'bpmn:ErrorEventDefinition') return unsupported(reading, event, definition.$type);
  const code = text(element(definition['errorRef'])?.['errorCode']);
  return { end: 'error', code: code ?? missing(reading, event, 'errorCode') };
};
