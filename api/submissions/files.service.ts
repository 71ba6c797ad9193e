import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { sql } from 'kysely';
import { writeAudit } from '#platform/audit';
import { asResident } from '#platform/database/as-resident';
import type { Trx } from '#platform/database/in-transaction';
import { scanFile } from '#platform/virus-scanner';
import type { Answer } from '../contract.ts';
import type { submissionsRoutes } from '../contracts/submissions.ts';
import type { Config, Db, FileStore, Log } from '../parts.ts';
import { CONFIG, DATABASE, FILES, LOG } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { ResidentSession, SignedIn, StaffSession } from '../session/signed-in.ts';
import { actorOf } from '../session/signed-in.ts';
import { fileName } from './file-name.ts';

type FileRef = Answer<typeof submissionsRoutes.attach>;

/** What may be attached, by the content's own marks: a program named `.pdf` stays a program. */
const allowed = new Map([
  ['application/pdf', '.pdf'],
  ['image/png', '.png'],
  ['image/jpeg', '.jpg'],
]);

/** Staff who read documents; a collector carries letters and reads none. */
const readers = ['clerk', 'head', 'admin'];

@Injectable()
export class FilesService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(FILES) private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Keeps an upload for the party acted for; it belongs to a form only once that is filed. */
  async attach(resident: ResidentSession, upload: Express.Multer.File): Promise<FileRef> {
    const name = fileName(upload.originalname);
    if (upload.size === 0) throw new ProblemError('file-empty');
    const type = await fileTypeFromFile(upload.path);
    const ending = allowed.get(type?.mime ?? '');
    if (!type || !ending) throw new ProblemError('file-type-not-allowed', { params: { name } });
    await this.refuseMalware(upload.path, name);
    const id = randomUUID();
    const storageKey = `attachments/${id}${ending}`;
    const stored = await this.files.put(storageKey, createReadStream(upload.path));
    await asResident(this.db, resident.person.id, (trx) =>
      trx
        .insertInto('files')
        .values({
          id,
          party_id: resident.actingFor.id,
          uploaded_by: resident.person.id,
          case_id: null,
          purpose: 'attachment',
          name,
          media_type: type.mime,
          size: stored.size,
          sha256: stored.sha256,
          storage_key: storageKey,
        })
        .execute(),
    );
    return { id, name, mediaType: type.mime, size: stored.size };
  }

  /** A file that the reader may see: residents by row-level security, staff by role, each of their reads in the audit log. */
  async read(reader: SignedIn | null, id: string) {
    if (!reader) throw new ProblemError('not-signed-in');
    const row =
      reader.kind === 'resident'
        ? await asResident(this.db, reader.person.id, (trx) => find(trx, id))
        : await this.readAsStaff(reader, id);
    if (!row) throw new ProblemError('not-found');
    return { ...row, ...(await this.files.open(row.storage_key)) };
  }

  /** Where the office has a scanner, nothing is kept that it did not pass. */
  private async refuseMalware(path: string, name: string): Promise<void> {
    if (!this.config.clamdUrl) return;
    const verdict = await scanFile(this.config.clamdUrl, path).catch((error: Error) => {
      this.log.error({ err: error }, 'the virus scanner gave no verdict');
      throw new ProblemError('scanner-down', { retryAfterSeconds: 30 });
    });
    if (verdict.isClean) return;
    this.log.warn({ found: verdict.found }, 'an upload was refused by the virus scanner');
    throw new ProblemError('file-infected', { params: { name } });
  }

  private readAsStaff(reader: StaffSession, id: string) {
    if (!reader.staff.roles.some((role) => readers.includes(role))) throw new ProblemError('not-authorised');
    return this.db.transaction().execute(async (trx) => {
      const row = await find(trx, id, filed);
      if (row) await writeAudit(trx, { actor: actorOf(reader), action: 'file.read', subject: { type: 'file', id } });
      return row;
    });
  }
}

/** What lies in a draft is still the resident's alone: staff read an attachment once it is filed. */
const filed = sql<boolean>`(purpose <> 'attachment' or exists (select from submission_files sf where sf.file_id = files.id))`;

const find = (trx: Trx, id: string, condition = sql<boolean>`true`) =>
  trx
    .selectFrom('files')
    .where('id', '=', id)
    .where(condition)
    .select(['name', 'media_type', 'storage_key'])
    .executeTakeFirst();
