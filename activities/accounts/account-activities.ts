import { plainDate } from '#domain/calendar/plain-date';
import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import { recordEvent } from '../cases/record-event.ts';
import { derivedId } from '../identity/derived-id.ts';
import type { PlannedPart } from './due-after-delivery.ts';
import { dueAfterDelivery } from './due-after-delivery.ts';
import { taxAccountOf } from './tax-account.ts';
import { wakeReminders } from './wake-reminders.ts';

/** The taxpayer's account: see docs/ledger.md for kinds and keys of bookings. */
export const accountActivities = ({ db }: { db: Db }) => ({
  /** The tax duty arises with the delivery of the decision (Ordynacja podatkowa, art. 21 § 1 pkt 2): books it with its instalments, once. */
  bookAmountsDue: (input: { decisionId: string; deliveredOn: string }): Promise<{ liabilityId: string }> =>
    inTransaction(db, async (trx) => {
      const liabilityId = derivedId('liability', input.decisionId);
      const decision = await trx
        .selectFrom('tax_decisions as d')
        .leftJoin('letters as l', 'l.id', 'd.letter_id')
        .selectAll('d')
        .select('l.register_number')
        .where('d.id', '=', input.decisionId)
        .executeTakeFirstOrThrow();
      const account = await taxAccountOf(trx, decision.party_id, decision.year);
      const common = { party_id: decision.party_id, liability_id: liabilityId };
      const booked = await trx
        .insertInto('liabilities')
        .values({
          id: liabilityId,
          account_id: account.id,
          party_id: decision.party_id,
          case_id: decision.case_id,
          decision_id: decision.id,
          tax: decision.tax,
          year: decision.year,
          amount: decision.amount,
        })
        .onConflict((same) => same.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!booked) return { liabilityId };
      const parts = dueAfterDelivery(decision.instalments as PlannedPart[], plainDate(input.deliveredOn));
      for (const { number, dueDate, amount } of parts) {
        const id = derivedId('instalment', liabilityId, String(number));
        await trx
          .insertInto('instalments')
          .values({ id, ...common, number, due_on: dueDate, amount })
          .execute();
      }
      if (decision.amount > 0) {
        await trx
          .insertInto('bookings')
          .values({
            ...common,
            key: `assessment/${decision.id}`,
            account_id: account.id,
            kind: 'assessment',
            debit: decision.amount,
            effective_on: input.deliveredOn,
            document: decision.register_number ?? decision.id,
          })
          .onConflict((same) => same.column('key').doNothing())
          .execute();
      }
      const params = { amount: decision.amount, instalments: parts.length };
      const caseId = decision.case_id;
      await recordEvent(trx, { caseId, key: `amounts-booked/${decision.id}`, kind: 'amounts-booked', params });
      await wakeReminders(trx, account.id, `assessed/${decision.id}`);
      return { liabilityId };
    }),
});
