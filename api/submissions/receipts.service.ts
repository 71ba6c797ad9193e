import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { warsawTime } from '#domain/calendar/warsaw';
import type { Answers, Form } from '#forms/form';
import { summarise } from '#forms/summary';
import { renderPdf } from '#platform/pdf/render';
import type { Config, Db, FileStore, Log } from '../parts.ts';
import { CONFIG, DATABASE, FILES, LOG } from '../parts.ts';
import { ServicesRepository } from '../services/services.repository.ts';
import { receiptFileId } from './receipt-file-id.ts';

/** The official receipt (urzędowe poświadczenie przedłożenia) as a PDF: made after filing, and again on demand if that failed. */
@Injectable()
export class ReceiptsService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(FILES) private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(ServicesRepository) private readonly services: ServicesRepository,
  ) {}

  /** Makes the receipt unless it is there. A failure is logged only: the form is filed, and a reader makes the receipt later. */
  async prepare(submissionId: string): Promise<void> {
    try {
      await this.fileIdOf(submissionId);
    } catch (error) {
      this.log.error({ err: error, submissionId }, 'the receipt could not be made yet');
    }
  }

  /** The receipt's file, made when it is not there. The caller has checked that the reader may see the submission. */
  async fileIdOf(submissionId: string): Promise<string> {
    const filed = await this.filed(submissionId);
    if (filed.receipt_file_id) return filed.receipt_file_id;
    const pdf = await this.render(filed);
    const id = receiptFileId(submissionId);
    const storageKey = `receipts/${id}.pdf`;
    const stored = await this.files.put(storageKey, pdf);
    await this.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('files')
        .values({
          id,
          party_id: filed.party_id,
          uploaded_by: null,
          case_id: null,
          purpose: 'receipt',
          name: `poswiadczenie-${filed.receipt_number.replaceAll('/', '-')}.pdf`,
          media_type: 'application/pdf',
          size: stored.size,
          sha256: stored.sha256,
          storage_key: storageKey,
        })
        // Two readers at once make the same bytes under the same key.
        .onConflict((same) => same.column('id').doUpdateSet({ size: stored.size, sha256: stored.sha256 }))
        .execute();
      await trx.updateTable('submissions').set({ receipt_file_id: id }).where('id', '=', submissionId).execute();
    });
    return id;
  }

  private filed(submissionId: string) {
    return this.db
      .selectFrom('submissions as s')
      .innerJoin('parties as p', 'p.id', 's.party_id')
      .innerJoin('parties as by', 'by.id', 's.filed_by')
      .where('s.id', '=', submissionId)
      .selectAll('s')
      .select(['p.name as party_name', 'by.name as filed_by_name'])
      .executeTakeFirstOrThrow();
  }

  private async render(filed: Awaited<ReturnType<ReceiptsService['filed']>>): Promise<Uint8Array> {
    const bundle = await this.services.bundle(filed.service_id, filed.service_version);
    const attachments = await this.db
      .selectFrom('submission_files as sf')
      .innerJoin('files as f', 'f.id', 'sf.file_id')
      .where('sf.submission_id', '=', filed.id)
      .select(['f.id', 'f.name', 'f.size', 'f.sha256'])
      .orderBy('f.created_at')
      .execute();
    const fileNames = Object.fromEntries(attachments.map(({ id, name }) => [id, name]));
    const title = bundle!.service.title.pl;
    return renderPdf({
      template: await readFile(join(this.config.catalogDir, 'office/letters/receipt.typ'), 'utf8'),
      createdAt: filed.submitted_at,
      lang: 'pl',
      title: `Urzędowe poświadczenie przedłożenia ${filed.receipt_number}`,
      data: {
        office: this.config.officeName,
        receiptNumber: filed.receipt_number,
        submittedOn: filed.submitted_on,
        submittedAt: warsawTime(filed.submitted_at.getTime()),
        service: title,
        partyName: filed.party_name,
        filedByName: filed.filed_by_name,
        answersHash: filed.answers_hash,
        attachments: attachments.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
        summary: summarise(bundle!.form as Form, filed.answers as Answers, 'pl', { fileNames }),
      },
    });
  }
}
