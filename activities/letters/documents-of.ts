import type { Db } from '#platform/database/database';
import type { FileStore } from '#platform/files';
import type { DocumentInput } from '../ezd/client.ts';

type Document = Omit<DocumentInput, 'caseId'>;

/** What the records system keeps of a letter: its own file, or the filed answers with receipt and attachments. */
export const documentsOf = async (
  { db, files }: { db: Db; files: FileStore },
  letterId: string,
): Promise<Document[]> => {
  const letter = await db.selectFrom('letters').selectAll().where('id', '=', letterId).executeTakeFirstOrThrow();
  const filed =
    letter.direction === 'incoming' && letter.case_id
      ? await db.selectFrom('submissions').selectAll().where('case_id', '=', letter.case_id).executeTakeFirst()
      : undefined;
  const rows = await db
    .selectFrom('files as f')
    .leftJoin('submission_files as sf', 'sf.file_id', 'f.id')
    .select(['f.id', 'f.name', 'f.media_type', 'f.storage_key'])
    .distinct()
    .where(({ or, eb }) =>
      or([
        eb('f.id', '=', letter.file_id),
        eb('f.id', '=', filed?.receipt_file_id ?? null),
        eb('sf.submission_id', '=', filed?.id ?? null),
      ]),
    )
    .execute();
  const kept = await Promise.all(
    rows.map(async ({ id, name, media_type: mediaType, storage_key: key }): Promise<Document> => {
      return { externalId: `${letterId}/${id}`, name, mediaType, content: await files.get(key) };
    }),
  );
  if (!filed) return kept;
  const content = Buffer.from(JSON.stringify(filed.answers, null, 1), 'utf8');
  const form = { externalId: `${letterId}/formularz`, name: 'formularz.json', mediaType: 'application/json', content };
  return [form, ...kept];
};
