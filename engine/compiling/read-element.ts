import type { ElementKinds, ElementType, Mapping, PlanElement, Value } from '../plan.ts';
import { problem } from '../problems.ts';
import type { Reading } from './expressions.ts';
import { readExpression, readTime, readValue } from './expressions.ts';
import type { ModelElement } from './model.ts';
import { element, elements, extension, nameOf, text } from './model.ts';
import { definitionOf, definitionsOf, readEnd, readMessage, readTimer, readTrigger } from './read-events.ts';
import { missing, unsupported } from './required.ts';

type Kind = { [T in ElementType]: { type: T } & ElementKinds[T] }[ElementType];

/** One element of the diagram, without its flows, as the kernel executes it; null with a problem when it does not. */
export const readElement = (reading: Reading, drawn: ModelElement, parent: string | null): PlanElement | null => {
  const read = readers[drawn.$type];
  if (!read) {
    reading.problems.push(problem('unsupported-element', drawn.id ?? null, { name: nameOf(drawn), type: drawn.$type }));
    return null;
  }
  findUnsupported(reading, drawn);
  const kind = read(reading, drawn);
  if (!kind) return null;
  const mappings = extension(drawn, 'zeebe:IoMapping');
  return {
    id: drawn.id ?? '',
    name: text(drawn.name) ?? null,
    parent,
    incoming: [],
    outgoing: [],
    default: element(drawn['default'])?.id ?? null,
    input: readMappings(reading, drawn, mappings?.['inputParameters']),
    output: readMappings(reading, drawn, mappings?.['outputParameters']),
    boundary: [],
    ...kind,
  } as PlanElement;
};

type Read = (reading: Reading, drawn: ModelElement) => Kind | null;

const plainTask: Read = () => ({ type: 'task' });

const readers: { [type: string]: Read | undefined } = {
  'bpmn:StartEvent': (reading, drawn) =>
    definitionsOf(drawn).length > 0
      ? unsupported(reading, drawn, definitionsOf(drawn)[0]?.$type ?? '')
      : { type: 'startEvent' },
  'bpmn:EndEvent': (reading, drawn) => {
    const end = readEnd(reading, drawn);
    return end && { type: 'endEvent', ...end };
  },
  'bpmn:Task': plainTask,
  'bpmn:ManualTask': plainTask,
  'bpmn:UserTask': (reading, drawn) => {
    const assignment = extension(drawn, 'zeebe:AssignmentDefinition');
    const form = extension(drawn, 'zeebe:FormDefinition');
    const assignee = text(assignment?.['assignee']);
    const groups = text(assignment?.['candidateGroups']);
    const due = text(extension(drawn, 'zeebe:TaskSchedule')?.['dueDate']);
    return {
      type: 'userTask',
      form: text(form?.['formKey']) ?? text(form?.['formId']) ?? null,
      assignee: assignee === undefined ? null : readValue(reading, drawn, assignee),
      candidateGroups: groups === undefined ? { is: [] } : listOf(readValue(reading, drawn, groups)),
      dueDate: due === undefined ? null : readTime(reading, drawn, 'date', due),
    };
  },
  'bpmn:ServiceTask': (reading, drawn) => {
    const block = text(extension(drawn, 'zeebe:TaskDefinition')?.['type']);
    return { type: 'serviceTask', block: block ?? missing(reading, drawn, 'zeebe:taskDefinition type') };
  },
  'bpmn:BusinessRuleTask': (reading, drawn) => {
    const called = extension(drawn, 'zeebe:CalledDecision');
    const decision = text(called?.['decisionId']) ?? missing(reading, drawn, 'decisionId');
    return { type: 'businessRuleTask', decision, resultVariable: resultVariable(reading, drawn, called) };
  },
  'bpmn:ScriptTask': (reading, drawn) => {
    const script = extension(drawn, 'zeebe:Script');
    const source = text(script?.['expression']);
    const expression =
      source === undefined ? missing(reading, drawn, 'expression') : readExpression(reading, drawn, source);
    return { type: 'scriptTask', expression, resultVariable: resultVariable(reading, drawn, script) };
  },
  'bpmn:ReceiveTask': (reading, drawn) => ({
    type: 'messageCatch',
    message: readMessage(reading, drawn, drawn['messageRef']),
  }),
  'bpmn:IntermediateCatchEvent': (reading, drawn) => {
    const definition = definitionOf(reading, drawn);
    if (definition?.$type === 'bpmn:TimerEventDefinition')
      return { type: 'timerCatch', timer: readTimer(reading, drawn, definition) };
    if (definition?.$type === 'bpmn:MessageEventDefinition')
      return { type: 'messageCatch', message: readMessage(reading, drawn, definition['messageRef']) };
    return unsupported(reading, drawn, definition?.$type ?? 'no event definition');
  },
  'bpmn:BoundaryEvent': (reading, drawn) => {
    const trigger = readTrigger(reading, drawn);
    const attachedTo = element(drawn['attachedToRef'])?.id ?? missing(reading, drawn, 'attachedToRef');
    return trigger && { type: 'boundaryEvent', attachedTo, interrupting: drawn['cancelActivity'] !== false, trigger };
  },
  'bpmn:ExclusiveGateway': () => ({ type: 'exclusiveGateway' }),
  'bpmn:ParallelGateway': () => ({ type: 'parallelGateway' }),
  'bpmn:SubProcess': (reading, drawn) =>
    drawn['triggeredByEvent'] === true
      ? unsupported(reading, drawn, 'triggeredByEvent')
      : {
          type: 'subProcess',
          start: elements(drawn['flowElements']).find(({ $type }) => $type === 'bpmn:StartEvent')?.id ?? '',
        },
};

const findUnsupported = (reading: Reading, drawn: ModelElement): void => {
  const loop = element(drawn['loopCharacteristics']);
  if (loop) unsupported(reading, drawn, loop.$type);
  if (drawn['isForCompensation'] === true) unsupported(reading, drawn, 'isForCompensation');
  for (const listeners of ['zeebe:ExecutionListeners', 'zeebe:TaskListeners'])
    if (extension(drawn, listeners)) unsupported(reading, drawn, listeners);
};

const resultVariable = (reading: Reading, drawn: ModelElement, owner: ModelElement | undefined): string =>
  text(owner?.['resultVariable']) ?? missing(reading, drawn, 'resultVariable');

/** `a, b` as it stands is a list of two. */
const listOf = (value: Value<string>): Value<string[]> =>
  'is' in value
    ? {
        is: value.is
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      }
    : value;

const readMappings = (reading: Reading, drawn: ModelElement, parameters: unknown): Mapping[] =>
  elements(parameters).map((parameter) => ({
    source: readValue(reading, drawn, text(parameter['source']) ?? '=null'),
    target: text(parameter['target']) ?? missing(reading, drawn, 'target'),
  }));
