import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';
import { notificationSignature } from './notification-signature.ts';

let office: TestOffice;
let payer: Awaited<ReturnType<TestOffice['resident']>>;
let stranger: typeof payer;
let key = 0;
const nextKey = () => `test-key-${(key += 1)}`;

const newPerson = async (name: string): Promise<string> =>
  (await office.db.insertInto('parties').values({ kind: 'person', name }).returning('id').executeTakeFirstOrThrow()).id;

beforeAll(async () => {
  office = await openTestOffice();
  stranger = await office.resident(await newPerson('Jan Kowalski'));
}, 60_000);
afterAll(() => office.close());

/** A late instalment of 3000 zł, a late one of 221 zł, and one of 600 zł whose time has not come. */
let instalments: { late: string; small: string; planned: string };
beforeEach(async () => {
  const { db } = office;
  const partyId = await newPerson('Anna Nowak');
  payer = await office.resident(partyId);
  const account = await db
    .insertInto('accounts')
    .values({ party_id: partyId, kind: 'property-tax', bank_account: randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const liabilityId = randomUUID();
  await db
    .insertInto('liabilities')
    .values({
      id: liabilityId,
      account_id: account.id,
      party_id: partyId,
      case_id: null,
      decision_id: null,
      tax: 'property',
      year: 2026,
      amount: 382100,
    })
    .execute();
  const add = async (number: number, dueOn: string, amount: number, state: 'overdue' | 'planned') => {
    const values = { liability_id: liabilityId, party_id: partyId, number, due_on: dueOn, amount, state };
    return (await db.insertInto('instalments').values(values).returning('id').executeTakeFirstOrThrow()).id;
  };
  instalments = {
    late: await add(1, '2026-03-16', 300000, 'overdue'),
    small: await add(2, '2026-03-17', 22100, 'overdue'),
    planned: await add(3, '2099-11-16', 60000, 'planned'),
  };
});

const pay = (ids: string[], who = payer, idempotencyKey = nextKey()) =>
  who('post', '/my/payments').set('Idempotency-Key', idempotencyKey).send({ instalmentIds: ids });

describe('the account', () => {
  it('tells what is owed as of the office’s today, with interest by the law', async () => {
    const { body } = await payer('get', '/my/account');
    const [account] = body.accounts;
    const [late, small, planned] = account.instalments as { interest: number; of: number }[];
    // From 16 March on 10.5 % a year: more days, more interest; the exact sums are the law's own tests.
    expect(late!.interest).toBeGreaterThan(870);
    expect(late!.interest % 100).toBe(0);
    expect(planned).toMatchObject({ interest: 0, of: 3, amount: 60000 });
    expect(account.dueNow).toBe(300000 + 22100 + late!.interest + small!.interest);
    expect(account.total).toBe(account.dueNow + 60000);
  });

  it('of another resident is not there', async () => {
    expect((await stranger('get', '/my/account')).body.accounts).toEqual([]);
    expect((await pay([instalments.late], stranger)).body.code).toBe('not-found');
  });
});

describe('a payment', () => {
  it('covers the chosen instalments with interest, once for a key, and tells its workflow', async () => {
    const { interest } = (await payer('get', '/my/account')).body.accounts[0].instalments[0] as { interest: number };
    const [first, second] = [
      await pay([instalments.late], payer, 'pay-once-key'),
      await pay([instalments.late], payer, 'pay-once-key'),
    ];
    expect(first.body).toMatchObject({ amount: 300000 + interest, state: 'created', redirectUrl: null });
    expect(second.body.id).toBe(first.body.id);
    const rows = await office.db
      .selectFrom('outbox')
      .select(['workflow_id', 'message'])
      .where('workflow_id', '=', `payment/${String(first.body.id)}`)
      .execute();
    expect(rows).toEqual([
      {
        workflow_id: `payment/${String(first.body.id)}`,
        message: { type: 'start', workflow: 'payment', input: { paymentId: first.body.id } },
      },
    ]);
    expect((await stranger('get', `/my/payments/${String(first.body.id)}`)).status).toBe(404);
  });

  it('of what is paid already is refused', async () => {
    await office.db
      .updateTable('instalments')
      .set({ principal_paid: 22100, state: 'paid' })
      .where('id', '=', instalments.small)
      .execute();
    expect((await pay([instalments.small])).body.code).toBe('nothing-to-pay');
  });
});

describe('the gateway’s notification', () => {
  const notification = async () => {
    const { body } = await pay([instalments.planned]);
    const { merchantId, posId } = office.config.payments;
    const fields = {
      merchantId,
      posId,
      sessionId: body.id as string,
      amount: 60000,
      originAmount: 60000,
      currency: 'PLN',
    };
    return { ...fields, orderId: 987654321, methodId: 154, statement: 'p24-A12-B34-C56' };
  };
  type Fields = Awaited<ReturnType<typeof notification>>;
  const send = (fields: Fields, sign = notificationSignature(fields, office.config.payments.crc)) =>
    office
      .anyone()
      .post('/api/payments/notifications')
      .send({ ...fields, sign });
  const kept = (sessionId: string) =>
    office.db
      .selectFrom('payment_notifications')
      .select(['accepted', 'reason'])
      .where(sql<boolean>`body ->> 'sessionId' = ${sessionId}`)
      .execute();
  const signals = (sessionId: string) =>
    office.db
      .selectFrom('outbox')
      .select('message')
      .where('workflow_id', '=', `payment/${sessionId}`)
      .where(sql<boolean>`message ->> 'signal' = 'paymentNotified'`)
      .execute();

  it('that comes five times, also at once, has one effect and is always answered', async () => {
    const fields = await notification();
    const answers = [await send(fields), ...(await Promise.all([1, 2, 3, 4].map(() => send(fields))))];
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual(Array(5).fill([200, 'OK']));
    expect(await kept(fields.sessionId)).toEqual([{ accepted: true, reason: null }]);
    expect(await signals(fields.sessionId)).toEqual([
      {
        message: {
          type: 'signal-with-start',
          workflow: 'payment',
          input: { paymentId: fields.sessionId },
          signal: 'paymentNotified',
          payload: { orderId: 987654321 },
        },
      },
    ]);
  });

  it('with a wrong signature, an unknown payment or another amount is refused and leaves a trace', async () => {
    const fields = await notification();
    expect((await send(fields, 'ab'.repeat(48))).body.code).toBe('signature-wrong');
    expect(
      (await send({ ...fields, amount: 100 }, notificationSignature(fields, office.config.payments.crc))).body.code,
    ).toBe('signature-wrong');
    expect((await send({ ...fields, sessionId: randomUUID() })).body.code).toBe('not-found');
    expect((await send({ ...fields, sessionId: "' or 1=1 --" })).body.code).toBe('not-found');
    expect((await send({ ...fields, amount: 100 })).body.code).toBe('amount-wrong');
    expect((await send({ ...fields, currency: 'EUR' })).body.code).toBe('amount-wrong');
    expect(await kept(fields.sessionId)).toEqual(
      ['signature-wrong', 'signature-wrong', 'amount-wrong', 'amount-wrong'].map((reason) => ({
        accepted: false,
        reason,
      })),
    );
    expect(await signals(fields.sessionId)).toEqual([]);
  });
});
