import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { inTransaction } from '#platform/database/in-transaction';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { openTemporal } from '../temporal.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';
import { OutboxRelay } from './outbox-relay.ts';

let office: TestOffice;
let temporal: Client;
let relay: OutboxRelay;
beforeAll(async () => {
  office = await openTestOffice({ TEMPORAL_ADDRESS: process.env.TEST_TEMPORAL_ADDRESS! });
  temporal = openTemporal(office.config);
  relay = office.app.get(OutboxRelay, { strict: false });
}, 60_000);
afterAll(async () => {
  await temporal.connection.close();
  await office.close();
});

const write = (key: string, workflowId: string, message: OutboxMessage) =>
  inTransaction(office.db, (trx) => tell(trx, { key, workflowId, message }));
const rowOf = (key: string) =>
  office.db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
const delivered = async (key: string): Promise<void> => {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if ((await rowOf(key)).delivered_at) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${key} was not delivered within 10 seconds`);
};
const startOf = (submissionId: string): OutboxMessage => ({
  type: 'start',
  workflow: 'submission',
  input: { submissionId },
});

it('starts the workflow at once, and the same fact again is no second workflow', async () => {
  const id = randomUUID();
  await write(`first/${id}`, `submission/${id}`, startOf(id));
  await relay.hurry(`first/${id}`);
  expect((await rowOf(`first/${id}`)).delivered_at).not.toBeNull();
  const { runId } = await temporal.workflow.getHandle(`submission/${id}`).describe();
  await write(`again/${id}`, `submission/${id}`, startOf(id));
  await relay.hurry(`again/${id}`);
  expect((await rowOf(`again/${id}`)).delivered_at).not.toBeNull();
  expect((await temporal.workflow.getHandle(`submission/${id}`).describe()).runId).toBe(runId);
});

it('is found by the sweep when nobody hurried it, in the order of writing', async () => {
  const id = randomUUID();
  const signal: OutboxMessage = { type: 'signal', signal: 'officeClockMoved', payload: { offsetMs: 1 } };
  await write(`start/${id}`, `submission/${id}`, startOf(id));
  await write(`signal/${id}`, `submission/${id}`, signal);
  await delivered(`signal/${id}`);
  expect((await rowOf(`signal/${id}`)).last_error).toBeNull();
  const { events } = await temporal.workflow.getHandle(`submission/${id}`).fetchHistory();
  const signals = events!.filter((event) => event.workflowExecutionSignaledEventAttributes);
  expect(signals.map((event) => event.workflowExecutionSignaledEventAttributes!.signalName)).toEqual([
    'officeClockMoved',
  ]);
});

it('does not try for ever to tell a workflow that is gone, and notes it', async () => {
  const id = randomUUID();
  await write(`late/${id}`, `submission/${id}`, { type: 'signal', signal: 'recall', payload: { reason: 'x' } });
  await delivered(`late/${id}`);
  expect((await rowOf(`late/${id}`)).last_error).toBe('the workflow has ended');
});

it('wakes a workflow that may or may not run', async () => {
  const id = randomUUID();
  const wake: OutboxMessage = {
    type: 'signal-with-start',
    workflow: 'reminderEscalation',
    input: { accountId: id },
    signal: 'balanceChanged',
    payload: { accountId: id },
  };
  await write(`wake/${id}/1`, `reminder/${id}`, wake);
  await write(`wake/${id}/2`, `reminder/${id}`, wake);
  await delivered(`wake/${id}/2`);
  const { events } = await temporal.workflow.getHandle(`reminder/${id}`).fetchHistory();
  expect(events!.filter((event) => event.workflowExecutionSignaledEventAttributes)).toHaveLength(2);
});
