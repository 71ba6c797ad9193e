import type { Db } from '#platform/database/database';
import type { FileStore } from '#platform/files';
import type { renderPdf } from '#platform/pdf/render';
import { writeEnforcementLetter, writeReminderLetter } from './account-letters.ts';
import { writeDecisionLetter } from './decision-letter.ts';

/** Letters as PDF: written again they are the same letter. */
export const letterActivities = (deps: { db: Db; files: FileStore; render: typeof renderPdf }) => ({
  writeDecisionLetter: ({ decisionId }: { decisionId: string }): Promise<{ letterId: string }> =>
    writeDecisionLetter(deps, decisionId),
  writeReminderLetter: ({ reminderId }: { reminderId: string }): Promise<void> => writeReminderLetter(deps, reminderId),
  writeEnforcementLetter: ({ titleId }: { titleId: string }): Promise<void> => writeEnforcementLetter(deps, titleId),
});
