import { plainDate } from '#domain/calendar/plain-date';
import type { OpenItem } from '#domain/ledger/crediting';
import type { Grosze } from '#domain/money';
import { grosze } from '#domain/money';
import type { Trx } from '#platform/database/in-transaction';

export type OpenInstalment = OpenItem & { id: string; liabilityId: string; instalment: number };

/** Unpaid instalments of an account, the earliest first; locked, so that two payments do not credit the same part. */
export const openItems = async (trx: Trx, accountId: string): Promise<OpenInstalment[]> => {
  const rows = await trx
    .selectFrom('instalments as i')
    .innerJoin('liabilities as l', 'l.id', 'i.liability_id')
    .select(['i.id', 'i.liability_id', 'i.number', 'i.due_on', 'i.amount', 'i.principal_paid', 'l.tax'])
    .where('l.account_id', '=', accountId)
    .whereRef('i.principal_paid', '<', 'i.amount')
    .orderBy('i.due_on')
    .orderBy('i.number')
    .forUpdate(['i'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    liabilityId: row.liability_id,
    instalment: row.number,
    kind: row.tax,
    dueDate: plainDate(row.due_on),
    principal: grosze(row.amount - row.principal_paid),
  }));
};

/** Reminder costs that have arisen and are unpaid: debits less credits of their kind. */
export const unpaidReminderCosts = async (trx: Trx, accountId: string): Promise<Grosze> => {
  const rows = await trx
    .selectFrom('bookings')
    .select(['debit', 'credit'])
    .where('account_id', '=', accountId)
    .where('kind', '=', 'reminder-cost')
    .execute();
  return grosze(rows.reduce((sum, { debit, credit }) => sum + debit - credit, 0));
};
