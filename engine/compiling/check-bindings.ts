import type { Block } from '../blocks.ts';
import { blocks, findBlock } from '../blocks.ts';
import type { Problem } from '../contract.ts';
import type { Decision } from '../decisions/decision.ts';
import type { JsonSchema } from '../json-schema.ts';
import type { ElementOf, PlanElement } from '../plan.ts';
import { problem } from '../problems.ts';
import type { Diagram } from './read-diagram.ts';

/** What the diagram names outside of itself, in the bundle and in the registry of blocks. */
export type Surroundings = { forms: { [key: string]: JsonSchema }; decisions: { [id: string]: Decision } };

/** Whether each form, decision, block and error exists, and each block gets what it needs. */
export const checkBindings = (diagram: Diagram, around: Surroundings): Problem[] =>
  Object.values(diagram.elements).flatMap((element) => {
    if (element.type === 'userTask') return checkUserTask(element, around);
    if (element.type === 'serviceTask') return checkBlock(element);
    if (element.type === 'boundaryEvent') return checkError(diagram, element);
    if (element.type === 'businessRuleTask' && element.decision !== '' && !around.decisions[element.decision])
      return [problem('unknown-decision', element.id, { name: label(element), decision: element.decision })];
    return [];
  });

const label = ({ name, id }: PlanElement) => name ?? id;
const listed = (names: readonly string[]) => (names.length === 0 ? '–' : names.join(', '));

const checkUserTask = (task: ElementOf<'userTask'>, { forms }: Surroundings): Problem[] => {
  const { assignee, candidateGroups: groups, form, id } = task;
  const isAssigned = assignee !== null || 'feel' in groups || groups.is.length > 0;
  return [
    ...(isAssigned ? [] : [problem('nobody-assigned', id, { name: label(task) })]),
    ...(form === null || Object.hasOwn(forms, form) ? [] : [problem('unknown-form', id, { name: label(task), form })]),
  ];
};

const checkBlock = (task: ElementOf<'serviceTask'>): Problem[] => {
  if (task.block === '') return [];
  const block = findBlock(task.block);
  const known = listed(Object.keys(blocks));
  if (!block) return [problem('unknown-block', task.id, { name: label(task), block: task.block, known })];
  const given = task.input.map(({ target }) => target.split('.')[0] ?? target);
  const inputs = Object.keys((block.input['properties'] as object | undefined) ?? {});
  const needed = (block.input['required'] as string[] | undefined) ?? [];
  const about = (input: string) => ({ name: label(task), block: task.block, input });
  return [
    ...given
      .filter((input) => !inputs.includes(input))
      .map((input) => problem('unknown-block-input', task.id, about(input))),
    ...needed
      .filter((input) => !given.includes(input))
      .map((input) => problem('missing-block-input', task.id, about(input))),
  ];
};

const checkError = (diagram: Diagram, event: ElementOf<'boundaryEvent'>): Problem[] => {
  const owner = diagram.elements[event.attachedTo];
  if (event.trigger.on !== 'error' || event.trigger.code === null || owner?.type !== 'serviceTask') return [];
  const block: Block | undefined = findBlock(owner.block);
  const { code } = event.trigger;
  if (!block || block.errors.includes(code)) return [];
  const about = { name: label(event), block: owner.block, error: code, known: listed(block.errors) };
  return [problem('unknown-error', event.id, about)];
};
