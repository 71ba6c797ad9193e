import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { verifyAudit } from '#platform/audit';
import type { Answer } from '../contract.ts';
import type { officeRoutes } from '../contracts/office.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

const pageSize = 50;
const rowNumber = z.coerce.number().int().min(1);

/** The audit log as the admin reads it; nobody writes it here. */
@Injectable()
export class AuditService {
  constructor(@Inject(DATABASE) private readonly db: Db) {}

  async page(after: string | undefined): Promise<Answer<typeof officeRoutes.audit>> {
    const from = rowNumber.optional().safeParse(after);
    if (!from.success)
      throw new ProblemError('invalid-request', { errors: [{ pointer: '/after', code: 'invalid_format' }] });
    const rows = await this.db
      .selectFrom('audit')
      .selectAll()
      .$if(from.data !== undefined, (query) => query.where('id', '<', from.data!))
      .orderBy('id', 'desc')
      .limit(pageSize + 1)
      .execute();
    const shown = rows.slice(0, pageSize);
    const { intact } = await verifyAudit(this.db);
    return {
      intact,
      items: shown.map((row) => ({
        id: String(row.id),
        at: row.at.toISOString(),
        actorName: row.actor_name,
        action: row.action,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        details: row.details as Record<string, unknown>,
      })),
      next: rows.length > pageSize ? String(shown.at(-1)!.id) : null,
    };
  }
}
