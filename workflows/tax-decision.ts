import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  defineUpdate,
  executeChild,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { local, remote } from './activities.ts';
import { chooseChannel } from './choose-channel.ts';
import { ezdRegistration } from './ezd-registration.ts';
import type { Updates, WorkflowInputs } from './messages.ts';
import { workflowIds } from './messages.ts';

type Complete = Updates['completeTask'];
const completeTask = defineUpdate<Complete['result'], [Complete['arguments']]>('completeTask');

export type TaxDecisionResult = {
  decisionId: string;
  letterId: string;
  amountGrosze: number;
  channel: 'electronic' | 'collector';
};

const taskKey = 'approve';

/** A tax for a year: drafted, approved by a second person, signed, registered; its delivery is the diagram's next block. */
export const taxDecision = async (input: WorkflowInputs['taxDecision']): Promise<TaxDecisionResult> => {
  const { caseId, year } = input;
  const { workflowId } = workflowInfo();
  let decisionId: string | undefined = undefined;
  let approval: 'approve' | 'reject' | undefined;

  setHandler(completeTask, async ({ taskId, taskKey: answered }) => {
    await condition(() => decisionId !== undefined);
    const isOpen = answered === taskKey && approval === undefined;
    const taken = isOpen ? await local.takeApproval({ decisionId: decisionId!, workflowId, taskKey }) : null;
    if (!taken) return { nextTaskId: null };
    approval = taken;
    return { nextTaskId: await local.nextTask({ taskId }) };
  });

  const draft = await local.draftDecision({ workflowId, caseId, year, preparedBy: input.preparedBy });
  decisionId = draft.decisionId;
  await local.openTask({
    caseId,
    workflowId,
    taskKey,
    elementId: input.elementId,
    name: 'Zatwierdź decyzję',
    form: 'approve',
    candidateGroups: ['tax-approval'],
    excludedStaffIds: [draft.preparedBy],
    assignee: null,
    dueDate: null,
    input: { decisionId, amountGrosze: draft.amountGrosze },
  });
  // Whoever approved is told of their next task before this goes on, or ends.
  await condition(() => approval !== undefined && allHandlersFinished());
  if (approval === 'reject')
    throw ApplicationFailure.nonRetryable('the second person sent it back', 'DecisionRejected');

  const { letterId } = await remote.writeDecisionLetter({ decisionId });
  const { registerNumber } = await executeChild(ezdRegistration, {
    workflowId: workflowIds.ezdRegistration(letterId),
    args: [{ letterId }],
  });
  await local.issueDecision({ decisionId, registerNumber });
  const channel = await chooseChannel(letterId);
  return { decisionId, letterId, amountGrosze: draft.amountGrosze, channel };
};
