import { ApplicationFailure } from '@temporalio/common';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';
import { inTransaction } from '#platform/database/in-transaction';
import { officeToday } from '#platform/office-clock';
import { caseWithService } from '../cases/read-case.ts';
import { recordEvent } from '../cases/record-event.ts';
import { derivedId } from '../identity/derived-id.ts';
import { recordTaskCompleted } from '../tasks/record-task-completed.ts';
import { computeTax } from './compute-tax.ts';
import { monthsOf } from './months-of.ts';
import { lastVerification } from './verification.ts';

export type DraftInput = { workflowId: string; caseId: string; year: number; preparedBy: string };
export type Draft = { decisionId: string; amountGrosze: number; preparedBy: string };
const tax = 'property';

/** A tax decision from draft to issue; it is one row, named by the workflow that makes it. */
export const decisionActivities = ({ db }: { db: Db }) => ({
  draftDecision: ({ workflowId, caseId, year, preparedBy }: DraftInput): Promise<Draft> =>
    inTransaction(db, async (trx) => {
      const decisionId = derivedId('decision', workflowId);
      const kept = await trx.selectFrom('tax_decisions').selectAll().where('id', '=', decisionId).executeTakeFirst();
      if (kept) return { decisionId, amountGrosze: kept.amount, preparedBy: kept.prepared_by };
      const found = await caseWithService(trx, caseId);
      const { taxYear = year, dutyMonths: stated, verifiedBy } = await lastVerification(trx, caseId);
      const months = monthsOf(stated, found.answers, taxYear);
      const assessment = computeTax({
        answers: found.answers,
        year: taxYear,
        monthsFrom: months.from,
        monthsTo: months.to,
        isLegal: found.partyKind === 'company',
      });
      const preparer = (await staffId(trx, preparedBy)) ?? verifiedBy;
      if (!preparer) throw ApplicationFailure.nonRetryable('no one prepared the decision', 'PreparerUnknown');
      // A draft of an earlier run that failed must not stand in the way of this one.
      await trx
        .updateTable('tax_decisions')
        .set({ status: 'rejected' })
        .where('case_id', '=', caseId)
        .where('status', 'in', ['draft', 'approved'])
        .execute();
      await trx
        .insertInto('tax_decisions')
        .values({
          id: decisionId,
          case_id: caseId,
          party_id: found.partyId,
          tax,
          year: taxYear,
          amount: assessment.tax,
          exact_amount: assessment.exact,
          // The rounding is the reckoning's last line: whoever explains the amount shows it too.
          derivation: JSON.stringify([...assessment.derivation, assessment.rounding]),
          instalments: JSON.stringify(assessment.instalments),
          status: 'draft',
          prepared_by: preparer,
        })
        .execute();
      const params = { amount: assessment.tax };
      await recordEvent(trx, { caseId, key: `decision-drafted/${decisionId}`, kind: 'decision-drafted', params });
      return { decisionId, amountGrosze: assessment.tax, preparedBy: preparer };
    }),

  /** The second person's answer. Null while the task is not completed in the store. */
  takeApproval: (input: {
    decisionId: string;
    workflowId: string;
    taskKey: string;
  }): Promise<'approve' | 'reject' | null> =>
    inTransaction(db, async (trx) => {
      const task = await trx
        .selectFrom('tasks')
        .selectAll()
        .where('workflow_id', '=', input.workflowId)
        .where('task_key', '=', input.taskKey)
        .executeTakeFirst();
      if (!task || task.status !== 'completed') return null;
      const { outcome } = (task.answers ?? {}) as { outcome?: string };
      const isApproved = outcome === 'approve';
      const decision = await trx
        .updateTable('tax_decisions')
        .set({ status: isApproved ? 'approved' : 'rejected', approved_by: isApproved ? task.completed_by : null })
        .where('id', '=', input.decisionId)
        .where('status', '=', 'draft')
        .returning(['id', 'case_id as caseId', 'amount'])
        .executeTakeFirst();
      await recordTaskCompleted(trx, task);
      if (decision) {
        const kind = isApproved ? ('decision-approved' as const) : ('decision-rejected' as const);
        const params = { amount: decision.amount };
        await recordEvent(trx, { caseId: decision.caseId, key: `${kind}/${decision.id}`, kind, params });
      }
      return isApproved ? 'approve' : 'reject';
    }),

  issueDecision: ({ decisionId, registerNumber }: { decisionId: string; registerNumber: string }): Promise<void> =>
    inTransaction(db, async (trx) => {
      const decision = await trx
        .updateTable('tax_decisions')
        .set({ status: 'issued', issued_on: await officeToday(trx) })
        .where('id', '=', decisionId)
        .where('status', '=', 'approved')
        .returning(['case_id as caseId', 'amount'])
        .executeTakeFirst();
      if (!decision) return;
      const params = { registerNumber, amount: decision.amount };
      const key = `decision-issued/${decisionId}`;
      await recordEvent(trx, { caseId: decision.caseId, key, kind: 'decision-issued', params });
    }),
});

const staffId = async (trx: Trx, idOrLogin: string): Promise<string | null> => {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(idOrLogin);
  const staff = trx
    .selectFrom('staff')
    .select('id')
    .where(isId ? 'id' : 'login', '=', idOrLogin);
  return (await staff.executeTakeFirst())?.id ?? null;
};
