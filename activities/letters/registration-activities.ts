import { warsawDate } from '#domain/calendar/warsaw';
import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import type { FileStore } from '#platform/files';
import { officeNow } from '#platform/office-clock';
import { recordEvent } from '../cases/record-event.ts';
import type { RecordsSystem } from '../ezd/client.ts';
import { documentsOf } from './documents-of.ts';
import { readLetter } from './read-letter.ts';

type Deps = { db: Db; files: FileStore; ezd: RecordsSystem };
type Confirmed = { letterId: string; registerNumber: string; caseSign: string };

/** JRWA class of enforcement, for letters of an account that no case stands behind. */
const jrwaOfAccounts = '3160';

/** Registration of letters in the records system; our identifiers go along, so a repeat finds what is there. */
export const registrationActivities = ({ db, files, ezd }: Deps) => ({
  openRecordsCase: async ({ letterId }: { letterId: string }): Promise<{ id: string; caseSign: string }> => {
    const letter = await readLetter(db, letterId);
    const jrwa = letter.jrwa ?? jrwaOfAccounts;
    const title = `${letter.case_title ?? letter.title}: ${letter.party_name}`;
    return ezd.openCase({ externalId: letter.case_id ?? letter.id, jrwa, title });
  },

  registerLetter: async ({ letterId, recordsCaseId }: { letterId: string; recordsCaseId: string }) => {
    const letter = await readLetter(db, letterId);
    const on = warsawDate(letter.created_at.getTime());
    const mail = { externalId: letter.id, title: letter.title, party: letter.party_name, on, caseId: recordsCaseId };
    return letter.direction === 'incoming' ? ezd.registerIncoming(mail) : ezd.registerOutgoing(mail);
  },

  addDocuments: async ({ letterId, recordsCaseId }: { letterId: string; recordsCaseId: string }): Promise<void> => {
    for (const document of await documentsOf({ db, files }, letterId)) {
      await ezd.addDocument({ caseId: recordsCaseId, ...document });
    }
  },

  /** Number and sign, written once wherever people look for them. */
  confirmRegistration: ({ letterId, registerNumber, caseSign }: Confirmed): Promise<void> =>
    inTransaction(db, async (trx) => {
      const letter = await trx
        .updateTable('letters')
        .set({ register_number: registerNumber, case_sign: caseSign, registered_at: await officeNow(trx) })
        .where('id', '=', letterId)
        .returning(['id', 'case_id as caseId', 'direction'])
        .executeTakeFirstOrThrow();
      const { caseId } = letter;
      if (caseId === null) return;
      await trx.updateTable('cases').set({ case_sign: caseSign }).where('id', '=', caseId).execute();
      await trx.updateTable('tasks').set({ case_sign: caseSign }).where('case_id', '=', caseId).execute();
      if (letter.direction !== 'incoming') return;
      await trx
        .updateTable('submissions')
        .set({ state: 'registered', register_number: registerNumber })
        .where('case_id', '=', caseId)
        .where('state', '=', 'received')
        .execute();
      await recordEvent(trx, { caseId, key: 'registered', kind: 'registered', params: { registerNumber } });
      await recordEvent(trx, { caseId, key: 'case-opened', kind: 'case-opened', params: { caseSign } });
    }),
});
