import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { addDays, plainDate } from '#domain/calendar/plain-date';
import { inTransaction } from '#platform/database/in-transaction';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from './messages.ts';
import type { FlowOffice } from './testing/flow-office.ts';
import { eventually, openFlowOffice } from './testing/flow-office.ts';
import { issueDecision } from './testing/issue-decision.ts';
import type { People } from './testing/people.ts';
import { settle } from './testing/people.ts';

jest.setTimeout(240_000);
let office: FlowOffice;
let people: People;
beforeAll(async () => {
  office = await openFlowOffice();
  people = await settle(office);
}, 180_000);
afterAll(() => office.close(), 60_000);

const owe = async (party: string) => {
  const { delivery } = await issueDecision(people, party);
  await people.attempt(delivery, 'handed-over', people.collector);
  return eventually('the instalments', async () => {
    const parts = await instalments(party);
    return parts.length > 0 && parts;
  });
};
const instalments = (party: string) =>
  office.db.selectFrom('instalments').selectAll().where('party_id', '=', party).orderBy('number').execute();
const payment = (id: string) =>
  office.db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const inState = (id: string, state: string) =>
  eventually(`payment ${state}`, async () => {
    const row = await payment(id);
    return row.state === state && row;
  });
const bookings = (party: string) =>
  office.db.selectFrom('bookings').selectAll().where('party_id', '=', party).orderBy('id').execute();

/** The payer pays on the gateway's page; the notification goes to an office that this test has not opened. */
const payAtGateway = async (id: string, state = 'redirected'): Promise<number> => {
  const { redirect_url: url } = await inState(id, state);
  await fetch(url!, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }), redirect: 'manual' });
  type Ledger = { transactions: { sessionId: string; orderId: number }[] };
  return (await office.state<Ledger>('payments')).transactions.find(({ sessionId }) => sessionId === id)!.orderId;
};

it('books a payment once, however often the gateway notifies', async () => {
  const parts = await owe(people.jan);
  const id = await people.pay(people.jan, [parts[0]!.id]);
  const orderId = await payAtGateway(id);
  const handle = office.client.workflow.getHandle(`payment/${id}`);
  for (let repeat = 0; repeat < 5; repeat += 1)
    await handle.signal('paymentNotified', { orderId }).catch(() => undefined);
  expect(await inState(id, 'booked')).toMatchObject({ order_id: orderId });
  expect((await instalments(people.jan))[0]).toMatchObject({ state: 'paid', principal_paid: parts[0]!.amount });
  const credits = (await bookings(people.jan)).filter(({ credit }) => credit > 0);
  expect(credits).toMatchObject([{ kind: 'payment', credit: parts[0]!.amount }]);
});

it('asks the gateway when no notification came, and gives up a payment that nobody made', async () => {
  const [, next, last] = await instalments(people.jan);
  const [paid, dropped] = [
    await people.pay(people.jan, [next!.id]),
    await people.pay(people.jan, [(last ?? next)!.id]),
  ];
  await inState(dropped, 'redirected');
  await payAtGateway(paid);
  await office.moveClock({ days: 1 });
  await inState(paid, 'booked');
  await office.moveClock({ days: 14 });
  await inState(dropped, 'expired');
});

it('books money that comes after the payment was given up, and takes nothing twice when told again', async () => {
  const parts = await instalments(people.jan);
  const open = parts.find(({ state }) => state !== 'paid')!;
  const [given] = await office.db
    .selectFrom('payments')
    .select(['id', 'amount'])
    .where('party_id', '=', people.jan)
    .where('state', '=', 'expired')
    .execute();
  const { id, amount } = given!;
  const orderId = await payAtGateway(id, 'expired');
  const before = (await bookings(people.jan)).length;
  for (const repeat of [1, 2, 3])
    await inTransaction(office.db, (trx) =>
      tell(trx, {
        key: `late/${id}/${repeat}`,
        workflowId: `payment/${id}`,
        message: {
          type: 'signal-with-start',
          workflow: 'payment',
          input: { paymentId: id },
          signal: 'paymentNotified',
          payload: { orderId },
        } satisfies OutboxMessage,
      }),
    );
  expect(await inState(id, 'booked')).toMatchObject({ order_id: orderId });
  const later = await eventually('the end of the last run', async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from outbox where key like ${`late/${id}/%`} and delivered_at is null`.execute(
      office.db,
    );
    return rows[0]!.n === 0 && bookings(people.jan);
  });
  const credits = later.slice(before).filter(({ credit }) => credit > 0);
  expect(credits.reduce((sum, { credit }) => sum + credit, 0)).toBe(amount);
  expect((await instalments(people.jan)).find((part) => part.id === open.id)!.state).toBe('paid');
});

it('reminds of a late instalment, books the cost at delivery, and issues a title when its term is over', async () => {
  const parts = await owe(people.anna);
  const firstDue = parts[0]!.due_on;
  await office.moveClock({ days: 20 });
  const delivery = await people.delivery('reminder', people.anna);
  expect((await instalments(people.anna))[0]).toMatchObject({ due_on: firstDue, state: 'reminded' });
  expect((await bookings(people.anna)).some(({ kind }) => kind === 'reminder-cost')).toBe(false);

  await people.attempt(delivery, 'handed-over', people.collector);
  const reminder = await eventually('the delivered reminder', () =>
    office.db
      .selectFrom('reminders')
      .selectAll()
      .where('party_id', '=', people.anna)
      .where('state', '=', 'delivered')
      .executeTakeFirst(),
  );
  expect(reminder.pay_until! > reminder.delivered_on!).toBe(true);
  expect((await bookings(people.anna)).find(({ kind }) => kind === 'reminder-cost')).toMatchObject({ debit: 1600 });

  await office.moveClock({ days: 12 });
  const title = await eventually('the title', () =>
    office.db
      .selectFrom('enforcement_titles as t')
      .innerJoin('letters as l', 'l.id', 't.letter_id')
      .selectAll('t')
      .select('l.register_number')
      .where('t.reminder_id', '=', reminder.id)
      .where('l.register_number', 'is not', null)
      .executeTakeFirst(),
  );
  expect(title).toMatchObject({ number: 'TW/1/2027', cost: 1600 });
  expect((await instalments(people.anna)).every(({ state }) => state === 'enforced')).toBe(true);
});

it('calls a reminder back when its arrears are paid before it is delivered, and asks for no cost', async () => {
  const parts = await owe(people.maria);
  await office.moveClock({ to: addDays(plainDate(parts[0]!.due_on), 3) });
  const delivery = await people.delivery('reminder', people.maria);
  const id = await people.pay(
    people.maria,
    parts.map((part) => part.id),
  );
  const orderId = await payAtGateway(id);
  await office.client.workflow.getHandle(`payment/${id}`).signal('paymentNotified', { orderId });
  await inState(id, 'booked');
  await eventually('the recall', async () => {
    const row = await office.db
      .selectFrom('deliveries')
      .select('state')
      .where('id', '=', delivery.id)
      .executeTakeFirstOrThrow();
    return row.state === 'recalled';
  });
  expect((await bookings(people.maria)).some(({ kind }) => kind === 'reminder-cost')).toBe(false);
  const account = await office.db
    .selectFrom('accounts')
    .select('id')
    .where('party_id', '=', people.maria)
    .executeTakeFirstOrThrow();
  await office.client.workflow.getHandle(`reminder-escalation/${account.id}`).result();
});
