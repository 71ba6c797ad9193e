import { addDays, addMonths, earlierOf, plainDate } from '#domain/calendar/plain-date';
import { limitationEnd, reminderLastDay } from '#domain/deadlines';
import { isRemindedAtOnce, reminderCostOn } from '#domain/interest/reminder';
import { dueDaysAhead } from '#domain/ledger/instalment-state';
import { addGrosze } from '#domain/money';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';
import { inTransaction } from '#platform/database/in-transaction';
import { nextNumber } from '#platform/number-series';
import { officeToday } from '#platform/office-clock';
import { recordEvent } from '../cases/record-event.ts';
import type { TimelineKind, TimelineParams } from '../cases/timeline.ts';
import { derivedId } from '../identity/derived-id.ts';
import type { Arrear } from './standing.ts';
import { sumOf, unpaidInstalments } from './standing.ts';

/** What the account asks for next. `on` is a day on which to look again. */
export type NextStep = { do: 'end' } | { do: 'wait'; on: string } | { do: 'remind'; instalmentIds: string[] };
export type ReminderSettings = {
  /** Full days after the due date before anything is sent: a transfer of the last day may still be on its way. */
  graceDays: number;
  /** The demo reminds of small arrears at once as well; the law lets the office gather them. */
  remindSmallAtOnce: boolean;
};
type ReminderId = { reminderId: string };
type Item = Omit<Arrear, 'state'>;

/** Arrears of an account: reminder, then enforcement title (u.p.e.a. art. 15 and 26). */
export const reminderActivities = ({ db, reminders: settings }: { db: Db; reminders: ReminderSettings }) => ({
  nextReminderStep: ({ accountId }: { accountId: string }): Promise<NextStep> =>
    inTransaction(db, async (trx) => {
      const today = await officeToday(trx);
      const unpaid = await unpaidInstalments(trx, accountId, today);
      if (unpaid.length === 0) return { do: 'end' };
      const ripeOn = ({ dueOn }: Arrear) => addDays(dueOn, 1 + settings.graceDays);
      const ripe = unpaid.filter((item) => item.state === 'overdue' && ripeOn(item) <= today);
      const { principal, interest } = sumOf(ripe);
      const isLarge = isRemindedAtOnce(addGrosze(principal, interest), reminderCostOn(today));
      if (ripe.length > 0 && (isLarge || settings.remindSmallAtOnce)) {
        return { do: 'remind', instalmentIds: ripe.map(({ instalmentId }) => instalmentId) };
      }
      // States change on the day after the due date, reminders a little later: whichever comes first after today.
      const days = unpaid
        .filter(({ state }) => state === 'planned' || state === 'due' || state === 'overdue')
        .flatMap((item) => [
          addDays(item.dueOn, -dueDaysAhead),
          addDays(item.dueOn, 1),
          ripeOn(item),
          addMonths(limitationEnd(item.dueOn), -6),
        ])
        .filter((day) => day > today);
      const first = days.length === 0 ? undefined : days.reduce(earlierOf);
      return first ? { do: 'wait', on: first } : { do: 'end' };
    }),

  /** The reminder of these instalments: row, amounts and states; its letter is written from it. */
  issueReminder: ({
    reminderId,
    letterId,
    accountId,
    instalmentIds,
  }: ReminderId & { letterId: string; accountId: string; instalmentIds: string[] }): Promise<{ isIssued: boolean }> =>
    inTransaction(db, async (trx) => {
      const known = await trx.selectFrom('reminders').select('id').where('id', '=', reminderId).executeTakeFirst();
      if (known) return { isIssued: true };
      const today = await officeToday(trx);
      const items = (await unpaidInstalments(trx, accountId, today)).filter(({ instalmentId }) =>
        instalmentIds.includes(instalmentId),
      );
      if (items.length === 0) return { isIssued: false };
      const { principal, interest } = sumOf(items);
      const cost = reminderCostOn(today);
      const year = Number(today.slice(0, 4));
      const account = await trx
        .selectFrom('accounts')
        .select('party_id')
        .where('id', '=', accountId)
        .executeTakeFirstOrThrow();
      const caseId = await caseOf(trx, items[0]!.liabilityId);
      await trx
        .insertInto('letters')
        .values({
          id: letterId,
          case_id: caseId,
          party_id: account.party_id,
          direction: 'outgoing',
          kind: 'reminder',
          title: `Upomnienie UP/${await nextNumber(trx, 'reminder', year)}/${year}`,
        })
        .execute();
      await trx
        .insertInto('reminders')
        .values({
          id: reminderId,
          account_id: accountId,
          party_id: account.party_id,
          letter_id: letterId,
          principal,
          interest,
          cost,
          items: JSON.stringify(items.map(({ state: _, ...item }) => item)),
          issued_on: today,
        })
        .execute();
      await setStates(trx, items, 'reminded');
      await tellCases(trx, items, `reminder-issued/${reminderId}`, 'reminder-issued', { principal, interest, cost });
      return { isIssued: true };
    }),

  /** The cost arises with delivery (u.p.e.a. art. 15 § 2), and seven days to pay begin. */
  confirmReminderDelivered: ({
    reminderId,
    deliveredOn,
  }: ReminderId & { deliveredOn: string }): Promise<{ payUntil: string }> =>
    inTransaction(db, async (trx) => {
      const payUntil = reminderLastDay(plainDate(deliveredOn));
      const reminder = await lockedReminder(trx, reminderId);
      if (reminder.state !== 'issued') return { payUntil };
      await trx
        .updateTable('reminders')
        .set({ state: 'delivered', delivered_on: deliveredOn, pay_until: payUntil })
        .where('id', '=', reminderId)
        .execute();
      await trx
        .insertInto('bookings')
        .values({
          key: `reminder-cost/${reminderId}`,
          account_id: reminder.account_id,
          party_id: reminder.party_id,
          kind: 'reminder-cost',
          debit: reminder.cost,
          effective_on: deliveredOn,
          document: reminderId,
        })
        .onConflict((same) => same.column('key').doNothing())
        .execute();
      const params = { date: deliveredOn, payUntil };
      await tellCases(trx, reminder.items as Item[], `reminder-delivered/${reminderId}`, 'reminder-delivered', params);
      return { payUntil };
    }),

  /** Whether all that the reminder named has been paid; then it is closed. */
  settleReminder: ({ reminderId }: ReminderId): Promise<{ isSettled: boolean }> =>
    inTransaction(db, async (trx) => {
      const reminder = await lockedReminder(trx, reminderId);
      const isSettled = (await stillUnpaid(trx, reminder)).length === 0;
      if (isSettled) await trx.updateTable('reminders').set({ state: 'paid' }).where('id', '=', reminderId).execute();
      return { isSettled };
    }),

  /** After the term: a title over what is left, with interest and the cost. */
  issueEnforcementTitle: ({
    reminderId,
    letterId,
  }: ReminderId & { letterId: string }): Promise<{ titleId: string | null }> =>
    inTransaction(db, async (trx) => {
      const reminder = await lockedReminder(trx, reminderId);
      const known = await trx
        .selectFrom('enforcement_titles')
        .select('id')
        .where('reminder_id', '=', reminderId)
        .executeTakeFirst();
      if (known) return { titleId: known.id };
      const items = await stillUnpaid(trx, reminder);
      if (items.length === 0) return { titleId: null };
      const today = await officeToday(trx);
      const { principal, interest } = sumOf(items);
      const year = Number(today.slice(0, 4));
      const number = `TW/${await nextNumber(trx, 'enforcement-title', year)}/${year}`;
      const titleId = derivedId('enforcement-title', reminderId);
      const { party_id, cost } = reminder;
      await trx
        .insertInto('letters')
        .values({
          id: letterId,
          case_id: await caseOf(trx, items[0]!.liabilityId),
          party_id,
          direction: 'outgoing',
          kind: 'enforcement-title',
          title: `Tytuł wykonawczy ${number}`,
        })
        .execute();
      await trx
        .insertInto('enforcement_titles')
        .values({
          id: titleId,
          reminder_id: reminderId,
          party_id,
          letter_id: letterId,
          number,
          principal,
          interest,
          cost,
          issued_on: today,
        })
        .execute();
      await trx.updateTable('reminders').set({ state: 'enforced' }).where('id', '=', reminderId).execute();
      await setStates(trx, items, 'enforced');
      await tellCases(trx, items, `enforcement/${titleId}`, 'enforcement-title-issued', { number, principal });
      return { titleId };
    }),
});

const lockedReminder = (trx: Trx, reminderId: string) =>
  trx.selectFrom('reminders').selectAll().where('id', '=', reminderId).forUpdate().executeTakeFirstOrThrow();
type Reminder = Awaited<ReturnType<typeof lockedReminder>>;

const stillUnpaid = async (trx: Trx, reminder: Reminder): Promise<Arrear[]> => {
  const named = (reminder.items as Item[]).map(({ instalmentId }) => instalmentId);
  const unpaid = await unpaidInstalments(trx, reminder.account_id, await officeToday(trx));
  return unpaid.filter(({ instalmentId }) => named.includes(instalmentId));
};

const setStates = async (trx: Trx, items: readonly Arrear[], state: 'reminded' | 'enforced'): Promise<void> => {
  const ids = items.map(({ instalmentId }) => instalmentId);
  await trx.updateTable('instalments').set({ state }).where('id', 'in', ids).execute();
};

const caseOf = async (trx: Trx, liabilityId: string): Promise<string | null> =>
  (await trx.selectFrom('liabilities').select('case_id').where('id', '=', liabilityId).executeTakeFirstOrThrow())
    .case_id;

const tellCases = async <Kind extends TimelineKind>(
  trx: Trx,
  items: readonly { liabilityId: string }[],
  key: string,
  kind: Kind,
  params: TimelineParams[Kind],
): Promise<void> => {
  for (const liabilityId of new Set(items.map((item) => item.liabilityId))) {
    const caseId = await caseOf(trx, liabilityId);
    if (caseId) await recordEvent(trx, { caseId, key, kind, params });
  }
};
