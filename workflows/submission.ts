import { ParentClosePolicy, executeChild, startChild } from '@temporalio/workflow';
import { local, notices, remote } from './activities.ts';
import { caseProcess } from './case-process.ts';
import { ezdRegistration } from './ezd-registration.ts';
import type { WorkflowInputs } from './messages.ts';
import { workflowIds } from './messages.ts';

/** A filed form: its letter gets its number, the resident the receipt, and the case begins. */
export const submission = async ({ submissionId }: WorkflowInputs['submission']): Promise<{ caseId: string }> => {
  const { caseId, letterId } = await local.acceptSubmission({ submissionId });
  await remote.checkAttachments({ submissionId });
  await executeChild(ezdRegistration, { workflowId: workflowIds.ezdRegistration(letterId), args: [{ letterId }] });
  await startChild(caseProcess, {
    workflowId: workflowIds.caseProcess(caseId),
    args: [{ caseId, submissionId }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
  });
  await local.markCaseOpened({ submissionId });
  // The receipt can be downloaded since the filing: mail that does not go out holds nothing up.
  await notices.sendReceipt({ submissionId }).catch(() => undefined);
  return { caseId };
};
