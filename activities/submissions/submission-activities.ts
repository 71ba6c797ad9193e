import { createHash } from 'node:crypto';
import { endOfDays, endOfMonths } from '#domain/deadlines';
import { plainDate } from '#domain/calendar/plain-date';
import type { Bundle, ServiceFile } from '#platform/catalog/bundle';
import type { Db } from '#platform/database/database';
import type { FileStore } from '#platform/files';
import { inTransaction } from '#platform/database/in-transaction';
import { recordEvent } from '../cases/record-event.ts';
import { derivedId } from '../identity/derived-id.ts';

/** From the filed form to the opened case. */
export const submissionActivities = ({ db, files }: { db: Db; files: FileStore }) => ({
  /** The case and the incoming letter of a filed form, made once; the term runs from the day of filing. */
  acceptSubmission: ({ submissionId }: { submissionId: string }): Promise<{ caseId: string; letterId: string }> =>
    inTransaction(db, async (trx) => {
      const filed = await trx
        .selectFrom('submissions as s')
        .innerJoin('service_versions as v', (join) =>
          join.onRef('v.service_id', '=', 's.service_id').onRef('v.version', '=', 's.service_version'),
        )
        .select(['s.service_id', 's.service_version', 's.party_id', 's.submitted_on', 's.receipt_number', 'v.bundle'])
        .where('s.id', '=', submissionId)
        .executeTakeFirstOrThrow();
      const { service } = filed.bundle as Bundle;
      const caseId = derivedId('case', submissionId);
      const letterId = derivedId('letter', 'submission', submissionId);
      await trx
        .insertInto('cases')
        .values({
          id: caseId,
          service_id: filed.service_id,
          service_version: filed.service_version,
          party_id: filed.party_id,
          title: service.title.pl,
          opened_on: filed.submitted_on,
          due_on: caseDueOn(filed.submitted_on, service.caseTerm),
        })
        .onConflict((same) => same.column('id').doNothing())
        .execute();
      await trx
        .insertInto('letters')
        .values({
          id: letterId,
          case_id: caseId,
          party_id: filed.party_id,
          direction: 'incoming',
          kind: 'submission',
          title: service.title.pl,
        })
        .onConflict((same) => same.column('id').doNothing())
        .execute();
      await trx.updateTable('submissions').set({ case_id: caseId }).where('id', '=', submissionId).execute();
      const params = { receiptNumber: filed.receipt_number };
      await recordEvent(trx, { caseId, key: 'submitted', kind: 'submitted', params });
      return { caseId, letterId };
    }),

  /** Each attachment must still be what was uploaded; a damaged store is repaired by people, so this asks again until it is. */
  checkAttachments: async ({ submissionId }: { submissionId: string }): Promise<void> => {
    const attached = await db
      .selectFrom('submission_files as sf')
      .innerJoin('files as f', 'f.id', 'sf.file_id')
      .select(['f.id', 'f.storage_key', 'f.sha256'])
      .where('sf.submission_id', '=', submissionId)
      .execute();
    for (const { id, storage_key: key, sha256 } of attached) {
      const found = createHash('sha256')
        .update(await files.get(key))
        .digest('hex');
      if (found !== sha256) throw new Error(`attachment ${id} is not what was uploaded`);
    }
  },

  markCaseOpened: async ({ submissionId }: { submissionId: string }): Promise<void> => {
    await db.updateTable('submissions').set({ state: 'case-opened' }).where('id', '=', submissionId).execute();
  },
});

/** The last day of the office's term for the case (Ordynacja podatkowa, art. 139). */
const caseDueOn = (submittedOn: string, { unit, count }: ServiceFile['caseTerm']): string =>
  unit === 'day' ? endOfDays(plainDate(submittedOn), count) : endOfMonths(plainDate(submittedOn), count);
