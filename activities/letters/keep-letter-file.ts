import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import type { FileStore } from '#platform/files';
import { derivedId } from '../identity/derived-id.ts';

type LetterFile = { letterId: string; caseId: string | null; partyId: string; name: string; pdf: Uint8Array };

/** Keeps a letter's PDF; the first one written is the letter, a repeat changes nothing. */
export const keepLetterFile = async (deps: { db: Db; files: FileStore }, letter: LetterFile): Promise<void> => {
  const id = derivedId('file', letter.letterId);
  const key = `letters/${letter.letterId}.pdf`;
  const { size, sha256 } = await deps.files.put(key, letter.pdf);
  await inTransaction(deps.db, async (trx) => {
    await trx
      .insertInto('files')
      .values({
        id,
        party_id: letter.partyId,
        case_id: letter.caseId,
        purpose: 'letter',
        name: letter.name,
        media_type: 'application/pdf',
        size,
        sha256,
        storage_key: key,
      })
      .onConflict((same) => same.column('id').doUpdateSet({ size, sha256 }))
      .execute();
    await trx.updateTable('letters').set({ file_id: id }).where('id', '=', letter.letterId).execute();
  });
};
