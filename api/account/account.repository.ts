import { sql } from 'kysely';
import type { Trx } from '#platform/database/in-transaction';

/** What the account page shows, read in the resident's own transaction. */
export const accountsOf = (trx: Trx, partyId: string) =>
  trx.selectFrom('accounts').selectAll().where('party_id', '=', partyId).orderBy('created_at').execute();

export const instalmentsOf = (trx: Trx, partyId: string) =>
  trx
    .selectFrom('instalments as i')
    .innerJoin('liabilities as l', 'l.id', 'i.liability_id')
    .where('i.party_id', '=', partyId)
    .orderBy('i.due_on')
    .orderBy('i.number')
    .select(['i.id', 'i.liability_id as liabilityId', 'l.account_id as accountId', 'l.tax', 'l.year', 'i.number'])
    .select(['i.due_on as dueOn', 'i.amount', 'i.principal_paid as paid', 'i.state'])
    .select(sql<number>`(count(*) over (partition by i.liability_id))::int`.as('of'))
    .execute();
export type InstalmentRow = Awaited<ReturnType<typeof instalmentsOf>>[number];

export const liabilitiesOf = (trx: Trx, partyId: string) =>
  trx
    .selectFrom('liabilities as l')
    .leftJoin('tax_decisions as d', 'd.id', 'l.decision_id')
    .where('l.party_id', '=', partyId)
    .orderBy('l.year', 'desc')
    .orderBy('l.created_at', 'desc')
    .select(['l.id', 'l.account_id as accountId', 'l.tax', 'l.year', 'l.amount', 'l.case_id as caseId', 'd.derivation'])
    .execute();

export const bookingsOf = (trx: Trx, partyId: string) =>
  trx
    .selectFrom('bookings')
    .where('party_id', '=', partyId)
    .orderBy('effective_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .select(['id', 'account_id as accountId', 'kind', 'debit', 'credit', 'effective_on as effectiveOn', 'document'])
    .execute();

export const outgoingLettersOf = (trx: Trx, partyId: string) =>
  trx
    .selectFrom('letters')
    .where('party_id', '=', partyId)
    .where('direction', '=', 'outgoing')
    .orderBy('created_at', 'desc')
    .limit(100)
    .select(['id', 'kind', 'title', 'file_id as fileId', 'created_at as createdAt'])
    .execute();

/** Reminder costs that arose and are not paid: debits less credits (docs/ledger.md). */
export const reminderCostsOf = async (trx: Trx, partyId: string): Promise<Map<string, number>> => {
  const rows = await trx
    .selectFrom('bookings')
    .where('party_id', '=', partyId)
    .where('kind', '=', 'reminder-cost')
    .groupBy('account_id')
    .select(['account_id', sql<number>`(sum(debit) - sum(credit))::bigint`.as('costs')])
    .execute();
  return new Map(rows.map((row) => [row.account_id, Math.max(0, row.costs)]));
};

const paymentColumns = ['id', 'amount', 'state', 'redirect_url as redirectUrl', 'created_at as createdAt'] as const;

export const paymentsOf = (trx: Trx, partyId: string) =>
  trx
    .selectFrom('payments')
    .where('party_id', '=', partyId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(20)
    .select(paymentColumns)
    .execute();

export const paymentOf = (trx: Trx, partyId: string, id: string) =>
  trx
    .selectFrom('payments')
    .where('id', '=', id)
    .where('party_id', '=', partyId)
    .select(paymentColumns)
    .executeTakeFirst();
