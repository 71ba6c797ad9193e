import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase } from '../testing/case-file.ts';
import { settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

let office: TestOffice;
let people: Awaited<ReturnType<typeof settle>>;
let collector: Awaited<ReturnType<TestOffice['staff']>>;
beforeAll(async () => {
  office = await openTestOffice();
  people = await settle(office);
  collector = await office.staff(people.collector);
}, 60_000);
afterAll(() => office.close());

const dot = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');
const signature = `data:image/png;base64,${dot}`;
const address = { street: 'Rynek', house: '5', postcode: '59-220', city: 'Legnica' };

/** A letter on the collector's list, as the delivery's workflow puts it there. */
const newDelivery = async (
  state: Partial<{ state: 'first-notice' | 'delivered'; second_notice_from: string }> = {},
) => {
  const { caseId } = await openCase(office, people.anna, []);
  const [id, letterId] = [randomUUID(), randomUUID()];
  const party = { case_id: caseId, party_id: people.anna };
  await office.db
    .insertInto('letters')
    .values({ ...party, id: letterId, direction: 'outgoing', kind: 'decision', title: 'Decyzja' })
    .execute();
  await office.db
    .insertInto('deliveries')
    .values({
      ...party,
      id,
      letter_id: letterId,
      channel: 'collector',
      recipient_name: 'Anna Nowak',
      address: JSON.stringify(address),
      ...state,
    })
    .execute();
  return { id, letterId };
};
const record = (id: string, attempt: Record<string, unknown>) =>
  collector('post', `/deliveries/${id}/attempts`).send({
    id: randomUUID(),
    happenedAt: new Date().toISOString(),
    ...attempt,
  });
const attemptsOf = (id: string) =>
  office.db.selectFrom('delivery_attempts').selectAll().where('delivery_id', '=', id).execute();

describe('the collector’s list', () => {
  it('has the letters on their way with their addresses, for collectors alone', async () => {
    const { id } = await newDelivery();
    const { body } = await collector('get', '/deliveries');
    expect(body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      letterTitle: 'Decyzja',
      recipientName: 'Anna Nowak',
      address,
      state: 'waiting',
    });
    expect((await (await office.staff(people.clerk))('get', '/deliveries')).status).toBe(403);
  });
});

describe('an attempt', () => {
  it('that is sent three times is one, with its signature and its message to the workflow', async () => {
    const { id, letterId } = await newDelivery();
    const attempt = { id: randomUUID(), outcome: 'handed-over', recipientName: 'Anna Nowak', signature };
    for (const _ of [1, 2, 3]) expect((await record(id, attempt)).status).toBe(200);
    const [only, ...rest] = await attemptsOf(id);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ id: attempt.id, outcome: 'handed-over', collector_id: people.collector });
    const file = await office.db
      .selectFrom('files')
      .selectAll()
      .where('id', '=', only!.signature_file_id)
      .executeTakeFirstOrThrow();
    expect((await office.files.get(file.storage_key)).toString('base64')).toBe(dot);
    const told = await office.db
      .selectFrom('outbox')
      .select(['workflow_id', 'message'])
      .where('key', '=', `delivery-attempt/${attempt.id}`)
      .execute();
    expect(told).toEqual([
      {
        workflow_id: `collector-delivery/${letterId}`,
        message: { type: 'signal', signal: 'deliveryAttempted', payload: { attemptId: attempt.id } },
      },
    ]);
    const { body } = await collector('get', `/deliveries/${id}`);
    expect(body.attempts).toMatchObject([{ id: attempt.id, recipientName: 'Anna Nowak' }]);
    expect(JSON.stringify(body)).not.toContain('signature');
  });

  it('that hands over needs a name, and a signature or the reason why there is none', async () => {
    const { id } = await newDelivery();
    expect((await record(id, { outcome: 'handed-over', signature })).body.errors[0].pointer).toBe('/recipientName');
    const named = { outcome: 'handed-over', recipientName: 'Anna Nowak' };
    expect((await record(id, named)).body.code).toBe('signature-missing');
    const forged = { ...named, signature: `data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}` };
    expect((await record(id, forged)).body.errors[0].pointer).toBe('/signature');
    expect((await record(id, { ...named, reason: 'Złamana ręka' })).status).toBe(200);
    expect(await attemptsOf(id)).toHaveLength(1);
  });

  it('cannot be dated in the future, nor recorded on a letter that has arrived', async () => {
    const { id } = await newDelivery();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await record(id, { outcome: 'refused', happenedAt: tomorrow })).body.errors[0].pointer).toBe('/happenedAt');
    const { id: done } = await newDelivery({ state: 'delivered' });
    expect((await record(done, { outcome: 'refused' })).body.code).toBe('delivery-ended');
  });

  it('leaves no second notice before its day', async () => {
    const { id } = await newDelivery({ state: 'first-notice', second_notice_from: '2999-01-01' });
    expect((await record(id, { outcome: 'absent', noticePlace: 'mailbox' })).body.code).toBe(
      'too-early-for-second-notice',
    );
    const { id: later } = await newDelivery({ state: 'first-notice', second_notice_from: '2020-01-01' });
    expect((await record(later, { outcome: 'absent', noticePlace: 'mailbox' })).status).toBe(200);
  });
});
