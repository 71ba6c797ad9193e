import type { PlainDate } from '#domain/calendar/plain-date';
import { plainDate } from '#domain/calendar/plain-date';
import { lateInterest } from '#domain/interest/late-interest';
import { stateByDate } from '#domain/ledger/instalment-state';
import type { Grosze } from '#domain/money';
import { addGrosze, grosze } from '#domain/money';
import type { Trx } from '#platform/database/in-transaction';

/** An unpaid instalment as a reminder names it. */
export type Arrear = {
  instalmentId: string;
  liabilityId: string;
  tax: string;
  year: number;
  number: number;
  dueOn: PlainDate;
  principal: Grosze;
  interest: Grosze;
  state: string;
};

const reminderStates: readonly string[] = ['reminded', 'enforced'];

/** Unpaid instalments of the account on a day, with states by date and late interest of that day. */
export const unpaidInstalments = async (trx: Trx, accountId: string, today: PlainDate): Promise<Arrear[]> => {
  const rows = await trx
    .selectFrom('instalments as i')
    .innerJoin('liabilities as l', 'l.id', 'i.liability_id')
    .select([
      'i.id',
      'i.liability_id',
      'i.number',
      'i.due_on',
      'i.amount',
      'i.principal_paid',
      'i.state',
      'l.tax',
      'l.year',
    ])
    .where('l.account_id', '=', accountId)
    .whereRef('i.principal_paid', '<', 'i.amount')
    .orderBy('i.due_on')
    .orderBy('i.number')
    .forUpdate(['i'])
    .execute();
  const arrears: Arrear[] = [];
  for (const row of rows) {
    const dueOn = plainDate(row.due_on);
    const principal = grosze(row.amount - row.principal_paid);
    const byDate = stateByDate(principal, dueOn, today) as 'planned' | 'due' | 'overdue';
    const state = reminderStates.includes(row.state) ? row.state : byDate;
    if (state !== row.state)
      await trx.updateTable('instalments').set({ state: byDate }).where('id', '=', row.id).execute();
    const interest = lateInterest({ principal, dueDate: dueOn, until: today }).charged;
    const { tax, year, number, id: instalmentId, liability_id: liabilityId } = row;
    arrears.push({ instalmentId, liabilityId, tax, year, number, dueOn, principal, interest, state });
  }
  return arrears;
};

export const sumOf = (arrears: readonly Arrear[]): { principal: Grosze; interest: Grosze } => ({
  principal: addGrosze(...arrears.map(({ principal }) => principal)),
  interest: addGrosze(...arrears.map(({ interest }) => interest)),
});
