import { local, remote } from './activities.ts';
import type { WorkflowInputs } from './messages.ts';

export type Registration = { registerNumber: string; caseSign: string };

/** One letter: the records system opens its case, gives its number and keeps its files; each step is safe to repeat. */
export const ezdRegistration = async ({ letterId }: WorkflowInputs['ezdRegistration']): Promise<Registration> => {
  const recordsCase = await remote.openRecordsCase({ letterId });
  const { registerNumber } = await remote.registerLetter({ letterId, recordsCaseId: recordsCase.id });
  await remote.addDocuments({ letterId, recordsCaseId: recordsCase.id });
  const registration = { registerNumber, caseSign: recordsCase.caseSign };
  await local.confirmRegistration({ letterId, ...registration });
  return registration;
};
