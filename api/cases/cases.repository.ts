import { sql } from 'kysely';
import type { Trx } from '#platform/database/in-transaction';
import type { QueryIn } from '../contract.ts';
import type { casesRoutes } from '../contracts/cases.ts';
import { olderThan, pageSize } from '../paging/keyset.ts';
import { holdsText } from '../paging/like.ts';

type Wanted = QueryIn<typeof casesRoutes.all>;

/** Who reads: a resident the party's cases, staff those of the office. */
export type Reader = { partyId: string } | { staffId: string };

const waitsFor = (reader: Reader) =>
  'partyId' in reader
    ? sql<boolean>`exists (select from tasks t where t.case_id = c.id and t.status = 'open' and t.assignee_party_id = ${reader.partyId}::uuid)`
    : sql<boolean>`exists (select from tasks t where t.case_id = c.id and t.status = 'open' and t.assignee_staff_id = ${reader.staffId}::uuid)`;

const casesOf = (trx: Trx, reader: Reader) =>
  trx
    .selectFrom('cases as c')
    .innerJoin('parties as p', 'p.id', 'c.party_id')
    .selectAll('c')
    .select([
      'p.name as party_name',
      waitsFor(reader).as('waits_for_you'),
      sql<string>`c.created_at::text`.as('sorted_by'),
    ])
    .$if('partyId' in reader, (query) => query.where('c.party_id', '=', (reader as { partyId: string }).partyId));

export type CaseRow = Awaited<ReturnType<typeof listCases>>[number];

/** A page of cases, newest first, one row more than fits. */
export const listCases = (trx: Trx, reader: Reader, { status, q, after }: Wanted) =>
  casesOf(trx, reader)
    .where(status ? sql<boolean>`c.status = ${status}` : sql<boolean>`true`)
    .where(holdsText(sql`concat_ws(' ', c.title, c.case_sign, p.name)`, q))
    .where(olderThan('c.created_at', 'c.id', after))
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(pageSize + 1)
    .execute();

export const findCase = (trx: Trx, reader: Reader, id: string) =>
  casesOf(trx, reader).where('c.id', '=', id).executeTakeFirst();

export const eventsOf = (trx: Trx, caseId: string) =>
  trx.selectFrom('case_events').selectAll().where('case_id', '=', caseId).orderBy('id').execute();

export const tasksOf = (trx: Trx, caseId: string) =>
  trx.selectFrom('tasks').selectAll().where('case_id', '=', caseId).orderBy('created_at').orderBy('id').execute();

export const lettersOf = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('letters as l')
    .leftJoin('deliveries as d', 'd.letter_id', 'l.id')
    .selectAll('l')
    .select(['d.channel', 'd.state', 'd.effective_on', 'd.rule'])
    .where('l.case_id', '=', caseId)
    .orderBy('l.created_at')
    .execute();

export const filedOf = (trx: Trx, caseId: string) =>
  trx.selectFrom('submissions').select(['id', 'answers']).where('case_id', '=', caseId).executeTakeFirst();

export const filesOfSubmission = (trx: Trx, submissionId: string) =>
  trx
    .selectFrom('submission_files as sf')
    .innerJoin('files as f', 'f.id', 'sf.file_id')
    .where('sf.submission_id', '=', submissionId)
    .select(['f.id', 'f.name', 'f.media_type as mediaType', 'f.size'])
    .orderBy('f.created_at')
    .execute();

/** Residents see issued decisions only: row-level security says so as well. */
export const decisionsOf = (trx: Trx, reader: Reader, caseId: string) =>
  trx
    .selectFrom('tax_decisions')
    .select(['tax', 'year', 'amount', 'derivation'])
    .where('case_id', '=', caseId)
    .where('status', 'in', 'partyId' in reader ? (['issued'] as const) : (['draft', 'approved', 'issued'] as const))
    .orderBy('created_at')
    .execute();

export const draftsOf = (trx: Trx, personId: string, partyId: string) =>
  trx
    .selectFrom('drafts')
    .select(['id', 'service_id', 'service_version', 'updated_at'])
    .where('filed_by', '=', personId)
    .where('party_id', '=', partyId)
    .orderBy('updated_at', 'desc')
    .limit(200)
    .execute();

export const submissionsOf = (trx: Trx, partyId: string, after: string | undefined) =>
  trx
    .selectFrom('submissions as s')
    .selectAll('s')
    .select(sql<string>`s.submitted_at::text`.as('sorted_by'))
    .where('s.party_id', '=', partyId)
    .where(olderThan('s.submitted_at', 's.id', after))
    .orderBy('s.submitted_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(pageSize + 1)
    .execute();
