import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { FlowOffice } from './testing/flow-office.ts';
import { eventually, openFlowOffice } from './testing/flow-office.ts';
import type { People } from './testing/people.ts';
import { settle } from './testing/people.ts';
import { issueDecision } from './testing/issue-decision.ts';

jest.setTimeout(240_000);
let office: FlowOffice;
let people: People;
beforeAll(async () => {
  office = await openFlowOffice();
  people = await settle(office);
}, 180_000);
afterAll(() => office.close(), 60_000);

const delivered = (letterId: string) =>
  eventually('the delivery', () =>
    office.db
      .selectFrom('deliveries')
      .selectAll()
      .where('letter_id', '=', letterId)
      .where('effective_on', 'is not', null)
      .executeTakeFirst(),
  );
const inState = (id: string, state: string) =>
  eventually(state, async () => {
    const row = await office.db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return row.state === state && row;
  });

it('deems a letter delivered on the 14th day after two notices, as the office clock goes', async () => {
  const { delivery } = await issueDecision(people, people.jan);
  await people.attempt(delivery, 'absent', people.collector);
  const first = await inState(delivery.id, 'first-notice');
  await office.moveClock({ days: 7 });
  await people.attempt(delivery, 'absent', people.collector);
  await inState(delivery.id, 'second-notice');
  await office.moveClock({ days: 8 });
  expect(await delivered(delivery.letter_id)).toMatchObject({
    state: 'deemed',
    rule: 'paper-fiction',
    effective_on: first.deemed_on,
  });
});

it('asks a clerk for the right address and delivers again; a refusal is delivery', async () => {
  const { delivery, submissionId } = await issueDecision(people, people.anna);
  await people.attempt(delivery, 'address-wrong', people.collector);
  const address = await people.openTask(submissionId, 'address');
  const found = {
    street: 'Najświętszej Marii Panny',
    house: '7',
    postcode: '59-220',
    city: 'Legnica',
    source: 'register',
  };
  await people.completeTask(address, people.clerk, found);
  const second = await inState(delivery.id, 'waiting');
  expect(second.address).toMatchObject({ street: 'Najświętszej Marii Panny', house: '7' });
  await people.attempt(second, 'refused', people.collector);
  expect(await delivered(delivery.letter_id)).toMatchObject({ state: 'refused', rule: 'refused' });
});

it('sends to an address of e-Delivery once and takes the evidence of receipt', async () => {
  const { delivery } = await issueDecision(people, people.bakery);
  expect(delivery.channel).toBe('electronic');
  type Box = { messages: { messageId: string; caseId: string }[] };
  const message = await eventually('the message', async () =>
    (await office.state<Box>('edelivery')).messages.find(({ caseId }) => caseId === delivery.letter_id),
  );
  await fetch(`${office.url}/edelivery/box/${message.messageId}`, { method: 'POST', redirect: 'manual' });
  const workflow = office.client.workflow.getHandle(`electronic-delivery/${delivery.letter_id}`);
  await workflow.signal('evidenceCame', { type: 'E.1', at: new Date().toISOString() });
  expect(await delivered(delivery.letter_id)).toMatchObject({ state: 'delivered', rule: 'e-delivery-receipt' });
  const sent = (await office.state<Box>('edelivery')).messages.filter(({ caseId }) => caseId === delivery.letter_id);
  expect(sent).toHaveLength(1);
});

it('deems an electronic letter that nobody opens delivered after 14 days from its arrival', async () => {
  const { delivery } = await issueDecision(people, people.bakery);
  // The arrival counts from the day on which it was seen, so the clock moves after that.
  await eventually('the wait', () =>
    office.db
      .selectFrom('clock_waits')
      .select('until')
      .where('workflow_id', '=', `electronic-delivery/${delivery.letter_id}`)
      .executeTakeFirst(),
  );
  await office.moveClock({ days: 16 });
  expect(await delivered(delivery.letter_id)).toMatchObject({ state: 'deemed', rule: 'e-delivery-fiction' });
});
