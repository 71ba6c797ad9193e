import type { Json, OpenTask, Variables } from '../contract.ts';
import type { ElementOf } from '../plan.ts';
import { dueOf } from './due.ts';
import { ElementFailure } from './failure.ts';
import type { Run } from './run.ts';
import { copyOf, valueOf } from './run.ts';
import type { Instance } from './state.ts';

/** The command that puts a person's task into the inbox. */
export const openTask = (
  run: Run,
  instance: Instance,
  element: ElementOf<'userTask'>,
  variables: Variables,
): OpenTask => ({
  type: 'open-task',
  taskKey: instance.key,
  elementId: element.id,
  name: element.name ?? element.id,
  form: element.form,
  candidateGroups: groups(valueOf(run, element.candidateGroups, variables)),
  assignee: optionalText(element.assignee && valueOf(run, element.assignee, variables), 'the assignee'),
  dueDate: dueDay(run, optionalText(element.dueDate && valueOf(run, element.dueDate, variables), 'the due date')),
  input: copyOf(instance.local),
});

const optionalText = (value: Json, what: string): string | null => {
  if (value === null || typeof value === 'string') return value;
  throw new ElementFailure('no-text', `${what} is ${JSON.stringify(value)}`);
};

const groups = (value: Json): string[] => {
  if (Array.isArray(value) && value.every((group) => typeof group === 'string')) return value as string[];
  throw new ElementFailure('no-groups', `the candidate groups are ${JSON.stringify(value)}`);
};

/** The calendar day of a due date that may have a time as well. */
const dueDay = (run: Run, text: string | null): string | null => {
  if (text === null) return null;
  if (dueOf('date', text, run.now) === null) throw new ElementFailure('no-time', `${text} is no date`);
  return text.slice(0, 10);
};
