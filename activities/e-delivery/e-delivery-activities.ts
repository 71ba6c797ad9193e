import { ApplicationFailure } from '@temporalio/common';
import type { Db } from '#platform/database/database';
import type { FileStore } from '#platform/files';
import { officeClock } from '#platform/office-clock';
import { readLetter } from '../letters/read-letter.ts';
import type { EDeliveryBox, OfficialId } from './client.ts';
import type { Evidence } from './read-evidence.ts';
import { readEvidenceOf } from './read-evidence.ts';

type Deps = { db: Db; files: FileStore; eDelivery: EDeliveryBox };

/** Letters through e-Delivery. */
export const eDeliveryActivities = ({ db, files, eDelivery }: Deps) => ({
  /** Whoever has an address in the register gets letters there; all others by hand (ustawa o doręczeniach elektronicznych, art. 4). */
  chooseChannel: async ({ letterId }: { letterId: string }): Promise<'electronic' | 'collector'> => {
    const id = officialId(await readLetter(db, letterId));
    return id && (await eDelivery.findAddress(id)) ? 'electronic' : 'collector';
  },

  /** Sends once: a message of that letter that is there already is the one. */
  sendElectronically: async ({ letterId }: { letterId: string }): Promise<void> => {
    const letter = await readLetter(db, letterId);
    const subject = subjectOf(letter);
    if (await eDelivery.findSent(letterId, subject)) return;
    const id = officialId(letter);
    const to = id && (await eDelivery.findAddress(id));
    if (!to) throw ApplicationFailure.nonRetryable('the register has no active address', 'AddressWrong');
    const file = await db.selectFrom('files').selectAll().where('id', '=', letter.file_id).executeTakeFirstOrThrow();
    await eDelivery.send({
      caseId: letterId,
      subject,
      to,
      textBody: subject,
      attachment: { name: file.name, mediaType: file.media_type, content: await files.get(file.storage_key) },
    });
  },

  readEvidence: async ({ letterId }: { letterId: string }): Promise<Evidence> => {
    const message = await eDelivery.findSent(letterId, subjectOf(await readLetter(db, letterId)));
    return readEvidenceOf(message, (await officeClock(db)).offsetMs);
  },
});

const subjectOf = ({ title, case_sign: sign }: { title: string; case_sign: string | null }): string =>
  sign ? `${title} (${sign})` : title;

const officialId = ({ pesel, nip }: { pesel: string | null; nip: string | null }): OfficialId | null => {
  if (pesel) return { id: pesel, referenceRegistry: 'pesel' };
  return nip ? { id: nip, referenceRegistry: 'nip' } : null;
};
