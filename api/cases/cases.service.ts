import { Inject, Injectable } from '@nestjs/common';
import type { Answers } from '#forms/form';
import { asResident } from '#platform/database/as-resident';
import { inTransaction } from '#platform/database/in-transaction';
import type { Trx } from '#platform/database/in-transaction';
import type { Answer, QueryIn } from '../contract.ts';
import type { casesRoutes } from '../contracts/cases.ts';
import { toPage } from '../paging/keyset.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { ServicesRepository } from '../services/services.repository.ts';
import type { ResidentSession, StaffSession } from '../session/signed-in.ts';
import {
  decisionsOf,
  draftsOf,
  eventsOf,
  filedOf,
  filesOfSubmission,
  findCase,
  lettersOf,
  listCases,
  submissionsOf,
  tasksOf,
} from './cases.repository.ts';
import type { CaseRow, Reader } from './cases.repository.ts';
import { toldEvent, toldLetter } from './told-case.ts';

type Wanted = QueryIn<typeof casesRoutes.all>;
type CaseList = Answer<typeof casesRoutes.all>;
type CaseSummary = CaseList['items'][number];
type CaseDetail = Answer<typeof casesRoutes.one>;

/** Staff who read cases; a collector carries letters and reads none. */
const readers = ['clerk', 'head', 'admin'];

/** Cases as the resident and as the office see them: the same page, other eyes. */
@Injectable()
export class CasesService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(ServicesRepository) private readonly services: ServicesRepository,
  ) {}

  mine({ person, actingFor }: ResidentSession, wanted: Wanted): Promise<CaseList> {
    return asResident(this.db, person.id, (trx) => this.list(trx, { partyId: actingFor.id }, wanted));
  }

  mineOne({ person, actingFor }: ResidentSession, id: string): Promise<CaseDetail> {
    return asResident(this.db, person.id, (trx) => this.detail(trx, { partyId: actingFor.id }, id));
  }

  all({ staff }: StaffSession, wanted: Wanted): Promise<CaseList> {
    requireReader(staff);
    return inTransaction(this.db, (trx) => this.list(trx, { staffId: staff.id }, wanted));
  }

  one({ staff }: StaffSession, id: string): Promise<CaseDetail> {
    requireReader(staff);
    return inTransaction(this.db, (trx) => this.detail(trx, { staffId: staff.id }, id));
  }

  async drafts({ person, actingFor }: ResidentSession): Promise<Answer<typeof casesRoutes.drafts>> {
    const rows = await asResident(this.db, person.id, (trx) => draftsOf(trx, person.id, actingFor.id));
    const items = rows.map(async ({ id, service_id: serviceId, service_version: version, updated_at: updatedAt }) => ({
      id,
      serviceId,
      title: await this.titleOf(serviceId, version),
      updatedAt: updatedAt.toISOString(),
    }));
    return { items: await Promise.all(items) };
  }

  async submissions(
    { person, actingFor }: ResidentSession,
    after: string | undefined,
  ): Promise<Answer<typeof casesRoutes.submissions>> {
    const found = await asResident(this.db, person.id, (trx) => submissionsOf(trx, actingFor.id, after));
    const { rows, next } = toPage(found);
    const items = rows.map(async (row) => ({
      id: row.id,
      receiptNumber: row.receipt_number,
      title: await this.titleOf(row.service_id, row.service_version),
      state: row.state,
      caseId: row.case_id,
      submittedAt: row.submitted_at.toISOString(),
    }));
    return { items: await Promise.all(items), next };
  }

  private async list(trx: Trx, reader: Reader, wanted: Wanted): Promise<CaseList> {
    const { rows, next } = toPage(await listCases(trx, reader, wanted));
    return { items: await Promise.all(rows.map((row) => this.summary(row))), next };
  }

  private async detail(trx: Trx, reader: Reader, id: string): Promise<CaseDetail> {
    const row = await findCase(trx, reader, id);
    if (!row) throw new ProblemError('not-found');
    const filed = await filedOf(trx, id);
    const tasks = await tasksOf(trx, id);
    const names =
      'staffId' in reader
        ? await namesOf(
            trx,
            tasks.map((task) => task.assignee_staff_id),
          )
        : new Map();
    return {
      ...(await this.summary(row)),
      events: (await eventsOf(trx, id)).map((event) => toldEvent(event, 'staffId' in reader)),
      tasks: tasks.map((task) => ({
        id: task.id,
        name: task.name,
        elementId: task.element_id,
        status: task.status,
        assigneeName: task.assignee_party_id ? task.party_name : (names.get(task.assignee_staff_id) ?? null),
        mine: 'staffId' in reader ? task.assignee_staff_id === reader.staffId : true,
        dueOn: task.due_on,
      })),
      letters: (await lettersOf(trx, id)).map(toldLetter),
      files: filed ? await filesOfSubmission(trx, filed.id) : [],
      answers: (filed?.answers ?? {}) as Answers,
      amounts: (await decisionsOf(trx, reader, id)).map(({ derivation, ...decision }) => ({
        ...decision,
        derivation: derivation as Record<string, unknown>[],
      })),
      activeElements: row.active_elements,
      visitedElements: row.visited_elements,
    };
  }

  private async summary(row: CaseRow): Promise<CaseSummary> {
    return {
      id: row.id,
      caseSign: row.case_sign,
      serviceId: row.service_id,
      serviceVersion: row.service_version,
      title: await this.titleOf(row.service_id, row.service_version),
      partyName: row.party_name,
      status: row.status,
      outcome: row.outcome,
      openedOn: row.opened_on,
      dueOn: row.due_on,
      closedOn: row.closed_on,
      waitsForYou: row.waits_for_you,
    };
  }

  private async titleOf(serviceId: string, version: number): Promise<{ pl: string; en: string }> {
    return (await this.services.bundle(serviceId, version))!.service.title;
  }
}

const requireReader = ({ roles }: StaffSession['staff']): void => {
  if (!roles.some((role) => readers.includes(role))) throw new ProblemError('not-authorised');
};

const namesOf = async (trx: Trx, ids: (string | null)[]): Promise<Map<string | null, string>> => {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await trx.selectFrom('staff').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
