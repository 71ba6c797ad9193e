import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { prefill } from '#forms/prefill';
import type { Answers, Form } from '#forms/form';
import { asResident } from '#platform/database/as-resident';
import type { Trx } from '#platform/database/in-transaction';
import type { DraftsTable } from '#platform/database/schema';
import type { Selectable } from 'kysely';
import type { Answer } from '../contract.ts';
import type { submissionsRoutes } from '../contracts/submissions.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { requireFiledFor } from '../services/filed-for.ts';
import { ServicesRepository } from '../services/services.repository.ts';
import type { ResidentSession } from '../session/signed-in.ts';
import { requireScope } from '../session/signed-in.ts';
import { attachedFiles, filesOf } from './attached-files.ts';
import { officeKnows } from './office-knows.ts';

type Draft = Answer<typeof submissionsRoutes.openDraft>;

/** One draft for each resident, party acted for and service; it keeps the version that it was begun on. */
@Injectable()
export class DraftsService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(ServicesRepository) private readonly services: ServicesRepository,
  ) {}

  async open(resident: ResidentSession, serviceId: string, startAnew: boolean): Promise<Draft> {
    requireScope(resident, 'file');
    const current = await this.services.current(serviceId);
    if (!current?.bundle.service.online) throw new ProblemError('not-found');
    requireFiledFor(current.bundle.service, resident.actingFor);
    const key = { filed_by: resident.person.id, party_id: resident.actingFor.id, service_id: serviceId };
    return asResident(this.db, resident.person.id, async (trx) => {
      const found = await trx
        .selectFrom('drafts')
        .selectAll()
        .where((eb) => eb.and(key))
        .executeTakeFirst();
      if (found && !startAnew) return this.told(trx, found);
      const filled = prefill(current.bundle.form as Form, {}, await officeKnows(trx, resident.actingFor.id));
      const fresh = { service_version: current.version, answers: JSON.stringify(filled) };
      const draft = await trx
        .insertInto('drafts')
        .values({ ...key, ...fresh })
        // Two windows that begin at once share the draft; starting anew replaces it.
        .onConflict((conflict) =>
          conflict.columns(['filed_by', 'party_id', 'service_id']).doUpdateSet(
            startAnew
              ? // A new id: what another window or this browser still holds of the old draft can never be written over it.
                { ...fresh, id: sql<string>`gen_random_uuid()`, revision: 0, updated_at: sql<Date>`now()` }
              : { updated_at: sql<Date>`now()` },
          ),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return this.told(trx, draft);
    });
  }

  /** Keeps the answers as they are, complete or not; an older revision does not overwrite what another window kept. */
  save(
    resident: ResidentSession,
    id: string,
    { answers, revision }: { answers: unknown; revision: number },
  ): Promise<Draft> {
    return asResident(this.db, resident.person.id, async (trx) => {
      const saved = await trx
        .updateTable('drafts')
        .set({ answers: JSON.stringify(answers), revision: sql<number>`revision + 1`, updated_at: sql<Date>`now()` })
        .where('id', '=', id)
        .where('party_id', '=', resident.actingFor.id)
        .where('revision', '=', revision)
        .returningAll()
        .executeTakeFirst();
      if (saved) return this.told(trx, saved);
      const exists = await trx
        .selectFrom('drafts')
        .select('id')
        .where('id', '=', id)
        .where('party_id', '=', resident.actingFor.id)
        .executeTakeFirst();
      throw new ProblemError(exists ? 'draft-changed-elsewhere' : 'not-found');
    });
  }

  private async told(trx: Trx, draft: Selectable<DraftsTable>): Promise<Draft> {
    const bundle = await this.services.bundle(draft.service_id, draft.service_version);
    const answers = draft.answers as Answers;
    const attached = attachedFiles(bundle!.form as Form, answers).map(({ id }) => id);
    const files = (await filesOf(trx, attached)).map(({ partyId: _, ...file }) => file);
    return {
      id: draft.id,
      serviceId: draft.service_id,
      serviceVersion: draft.service_version,
      answers,
      revision: draft.revision,
      updatedAt: draft.updated_at.toISOString(),
      files,
    };
  }
}
