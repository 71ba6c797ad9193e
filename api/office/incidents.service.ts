import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { writeAudit } from '#platform/audit';
import { inTransaction } from '#platform/database/in-transaction';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { workflowIds } from '#workflows/messages';
import type { Answer, BodyIn } from '../contract.ts';
import type { officeRoutes } from '../contracts/office.ts';
import { OutboxNudge } from '../outbox/outbox-nudge.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { StaffSession } from '../session/signed-in.ts';
import { actorOf } from '../session/signed-in.ts';

type Incident = BodyIn<typeof officeRoutes.retryIncident>;

/** Cases that stopped: each says where and why, until an operator lets it try again. */
@Injectable()
export class IncidentsService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(OutboxNudge) private readonly outbox: OutboxNudge,
  ) {}

  async list(): Promise<Answer<typeof officeRoutes.incidents>> {
    const rows = await this.open().orderBy('e.id', 'desc').limit(200).execute();
    return {
      items: rows.map((row) => ({
        caseId: row.case_id,
        caseSign: row.case_sign,
        elementId: row.element_id ?? '',
        incidentKey: row.incident_key,
        detail: row.detail ?? '',
        at: row.at.toISOString(),
      })),
    };
  }

  async retry(session: StaffSession, { caseId, incidentKey }: Incident): Promise<void> {
    const key = `incident-retry/${randomUUID()}`;
    await inTransaction(this.db, async (trx) => {
      const found = await this.open(trx)
        .where('e.case_id', '=', caseId)
        .where(sql<boolean>`e.params ->> 'incidentKey' = ${incidentKey}`)
        .executeTakeFirst();
      if (!found) throw new ProblemError('not-found');
      const message: OutboxMessage = { type: 'signal', signal: 'retryIncident', payload: { incidentKey } };
      await tell(trx, { key, workflowId: workflowIds.caseProcess(caseId), message });
      await writeAudit(trx, {
        actor: actorOf(session),
        action: 'incident.retried',
        subject: { type: 'case', id: caseId },
        details: { incidentKey },
      });
    });
    await this.outbox.hurry(key);
  }

  private open(db: Db = this.db) {
    return db
      .selectFrom('case_events as e')
      .innerJoin('cases as c', 'c.id', 'e.case_id')
      .select(['e.case_id', 'c.case_sign', 'e.element_id', 'e.at'])
      .select(sql<string>`e.params ->> 'incidentKey'`.as('incident_key'))
      .select(sql<string | null>`e.params ->> 'detail'`.as('detail'))
      .where('e.kind', '=', 'incident')
      .where(
        sql<boolean>`not exists (select from case_events r where r.case_id = e.case_id and r.kind = 'incident-resolved'
          and r.id > e.id and r.params ->> 'incidentKey' = e.params ->> 'incidentKey')`,
      );
  }
}
