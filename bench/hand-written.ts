import {
  allHandlersFinished,
  condition,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import { local, notices, remote } from '#workflows/activities';
import { chooseChannel } from '#workflows/choose-channel';
import { officeClock } from '#workflows/clock';
import type { OfficeClock } from '#workflows/clock';
import type { Signals, Updates } from '#workflows/messages';

type Complete = Updates['completeTask'];
const completeTask = defineUpdate<Complete['result'], [Complete['arguments']]>('completeTask');
const deliveryAttempted = defineSignal<[Signals['deliveryAttempted']]>('deliveryAttempted');

export type HandWrittenInput = { submissionId: string; year: number };

/**
 * The property-tax case as one workflow of straight code: no diagram, no kernel, no child workflows. Its steps and activities
 * are those of `process.bpmn` on the way from filing to booking; what only a diagram needs (its plan, the record of the
 * token's steps) is left out.
 */
export const handWrittenCase = async ({ submissionId, year }: HandWrittenInput): Promise<{ caseId: string }> => {
  const { workflowId } = workflowInfo();
  const clock = officeClock();
  let decisionId = '';
  let preparedBy: string | undefined;
  let approval: string | undefined;
  let attempts = 0;
  setHandler(deliveryAttempted, () => void (attempts += 1));
  setHandler(completeTask, async ({ taskId, taskKey }) => {
    if (taskKey === 'verify')
      preparedBy = (await local.readTaskOutput({ workflowId, taskKey }))?.completedBy ?? undefined;
    else approval = (await local.takeApproval({ decisionId, workflowId, taskKey })) ?? undefined;
    return { nextTaskId: await local.nextTask({ taskId }) };
  });

  const { caseId, letterId: incomingId } = await local.acceptSubmission({ submissionId });
  await remote.checkAttachments({ submissionId });
  await register(incomingId);
  const receipt = confirmReceipt(submissionId);

  const task = { caseId, workflowId, assignee: null, dueDate: null };
  const verify = { taskKey: 'verify', elementId: 'verify', form: 'verify', name: 'Zweryfikuj informację' };
  const input = { level: 'simple', hints: [] };
  await local.openTask({ ...task, ...verify, candidateGroups: ['tax-assessment'], input });
  await condition(() => preparedBy !== undefined);

  const draft = await local.draftDecision({ workflowId, caseId, year, preparedBy: preparedBy! });
  decisionId = draft.decisionId;
  const approve = { taskKey: 'approve', elementId: 'taxDecision', form: 'approve', name: 'Zatwierdź decyzję' };
  const shown = { decisionId, amountGrosze: draft.amountGrosze };
  const [candidateGroups, excludedStaffIds] = [['tax-approval'], [draft.preparedBy]];
  await local.openTask({ ...task, ...approve, candidateGroups, excludedStaffIds, input: shown });
  await condition(() => approval !== undefined && allHandlersFinished());

  const { letterId } = await remote.writeDecisionLetter({ decisionId });
  const registerNumber = await register(letterId);
  await local.issueDecision({ decisionId, registerNumber });
  await chooseChannel(letterId);
  const deliveredOn = await deliver(letterId, clock, () => attempts);
  await local.bookAmountsDue({ decisionId, deliveredOn });
  await notices.sendAmountsNotice({ decisionId }).catch(() => undefined);
  await local.closeCase({ caseId, outcome: 'Sprawa załatwiona' });
  await remote.closeRecordsCase({ caseId });
  await receipt;
  return { caseId };
};

const register = async (letterId: string): Promise<string> => {
  const recordsCase = await remote.openRecordsCase({ letterId });
  const { registerNumber } = await remote.registerLetter({ letterId, recordsCaseId: recordsCase.id });
  await remote.addDocuments({ letterId, recordsCaseId: recordsCase.id });
  await local.confirmRegistration({ letterId, registerNumber, caseSign: recordsCase.caseSign });
  return registerNumber;
};

const confirmReceipt = async (submissionId: string): Promise<void> => {
  await local.markCaseOpened({ submissionId });
  await notices.sendReceipt({ submissionId }).catch(() => undefined);
};

const deliver = async (letterId: string, clock: OfficeClock, attempts: () => number): Promise<string> => {
  await local.openDelivery({ letterId, channel: 'collector' });
  for (;;) {
    const seen = attempts();
    const assessed = await local.assessDelivery({ letterId });
    if (assessed.status === 'ended') return assessed.effectiveDate;
    const isNews = () => attempts() !== seen;
    if (assessed.status === 'pending' && assessed.checkOn !== null)
      await clock.waitForDay('delivery', assessed.checkOn as PlainDate, isNews);
    else await condition(isNews);
  }
};
