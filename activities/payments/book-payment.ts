import { plainDate } from '#domain/calendar/plain-date';
import { creditPayment } from '#domain/ledger/crediting';
import { grosze } from '#domain/money';
import type { Trx } from '#platform/database/in-transaction';
import type { BookingsTable } from '#platform/database/schema';
import { officeNow } from '#platform/office-clock';
import { openItems, unpaidReminderCosts } from '../accounts/open-items.ts';
import { wakeReminders } from '../accounts/wake-reminders.ts';
import { recordEvent } from '../cases/record-event.ts';

type Booking = Pick<BookingsTable, 'kind'> & {
  key: string;
  debit?: number;
  credit?: number;
  instalment?: string;
  liability?: string;
};

/** Credits a verified payment to the account by law (Ordynacja podatkowa, art. 55 and 62), once; keys in docs/ledger.md. */
export const bookPayment = async (trx: Trx, paymentId: string): Promise<void> => {
  const payment = await trx
    .selectFrom('payments')
    .selectAll()
    .where('id', '=', paymentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (payment.state !== 'verified' || payment.paid_on === null) return;
  const { account_id: accountId, party_id: partyId, paid_on: paidOn } = payment;
  await trx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow();
  const open = await openItems(trx, accountId);
  const credited = creditPayment({
    amount: grosze(payment.amount),
    paidOn: plainDate(paidOn),
    costs: await unpaidReminderCosts(trx, accountId),
    arrears: open,
    named: await namedByPayer(trx, paymentId),
  });

  const book = async ({ kind, key, debit = 0, credit = 0, instalment, liability }: Booking): Promise<void> => {
    if (debit === 0 && credit === 0) return;
    await trx
      .insertInto('bookings')
      .values({
        key: `payment/${paymentId}/${key}`,
        account_id: accountId,
        party_id: partyId,
        liability_id: liability ?? null,
        instalment_id: instalment ?? null,
        kind,
        debit,
        credit,
        effective_on: paidOn,
        document: String(payment.order_id ?? paymentId),
      })
      .execute();
  };
  await book({ kind: 'reminder-cost', key: 'cost', credit: credited.costs });
  for (const { liabilityId, instalment: number, principal, interest, principalLeft } of credited.allocations) {
    const item = open.find((candidate) => candidate.liabilityId === liabilityId && candidate.instalment === number)!;
    const of = { instalment: item.id, liability: liabilityId };
    await book({ ...of, kind: 'interest', key: `interest-charged/${item.id}`, debit: interest });
    await book({ ...of, kind: 'interest', key: `interest/${item.id}`, credit: interest });
    await book({ ...of, kind: 'payment', key: `principal/${item.id}`, credit: principal });
    await trx
      .updateTable('instalments')
      .set((eb) => ({
        principal_paid: eb('principal_paid', '+', Number(principal)),
        ...(principalLeft === 0 ? { state: 'paid' as const } : {}),
      }))
      .where('id', '=', item.id)
      .execute();
  }
  await book({ kind: 'overpayment', key: 'overpayment', credit: credited.overpayment });
  await trx
    .updateTable('payments')
    .set({ state: 'booked', booked_at: await officeNow(trx) })
    .where('id', '=', paymentId)
    .execute();
  await tellCases(trx, {
    paymentId,
    paidOn,
    amount: payment.amount,
    liabilities: credited.allocations.map((a) => a.liabilityId),
  });
  await wakeReminders(trx, accountId, `paid/${paymentId}`);
};

/** The liability whose instalments the payer chose, when they are all of one. */
const namedByPayer = async (trx: Trx, paymentId: string): Promise<{ liabilityId: string } | undefined> => {
  const rows = await trx
    .selectFrom('payment_items as pi')
    .innerJoin('instalments as i', 'i.id', 'pi.instalment_id')
    .select('i.liability_id')
    .distinct()
    .where('pi.payment_id', '=', paymentId)
    .execute();
  return rows.length === 1 ? { liabilityId: rows[0]!.liability_id } : undefined;
};

type Told = { paymentId: string; paidOn: string; amount: number; liabilities: string[] };

const tellCases = async (trx: Trx, { paymentId, paidOn, amount, liabilities }: Told): Promise<void> => {
  if (liabilities.length === 0) return;
  const rows = await trx
    .selectFrom('liabilities')
    .select('case_id')
    .distinct()
    .where('id', 'in', liabilities)
    .execute();
  for (const { case_id: caseId } of rows) {
    const key = `payment-booked/${paymentId}`;
    if (caseId) await recordEvent(trx, { caseId, key, kind: 'payment-booked', params: { amount, paidOn } });
  }
};
