import { randomUUID } from 'node:crypto';
import { deliverMessage } from '#api/outbox/deliver-message';
import type { Trx } from '#platform/database/in-transaction';
import { inTransaction } from '#platform/database/in-transaction';
import { officeClock } from '#platform/office-clock';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { taskQueue, workflowIds } from '#workflows/messages';
import { in1 } from '../workflows/testing/people.ts';
import type { HandWrittenInput } from './hand-written.ts';
import type { OpenTask, watchInbox } from './inbox.ts';
import type { BenchOffice } from './office.ts';

export type Kind = 'kernel' | 'hand-written';
export type Walked = { submissionId: string; ms: number };

type People = { clerk: string; head: string; collector: string; version: number };
type Bench = { office: BenchOffice; inbox: ReturnType<typeof watchInbox>; people: People };

const handWrittenId = (submissionId: string) => `hand-written/${submissionId}`;

/** One case from filing to closing. People act as the API writes it: a fact with its outbox row, which is said to Temporal at once. */
export const caseWalker = ({ office: { db, client }, inbox, people }: Bench) => {
  const told = async (
    key: string,
    workflowId: string,
    message: OutboxMessage,
    fact: (trx: Trx) => Promise<unknown>,
  ) => {
    await inTransaction(db, async (trx) => {
      await fact(trx);
      await tell(trx, { key, workflowId, message });
    });
    // No connection is held meanwhile: an update waits until the worker has taken it.
    const said = await say(workflowId, message);
    const delivered = { delivered_at: new Date() };
    await db.updateTable('outbox').set(delivered).where('key', '=', key).execute();
    await said.result;
  };
  const say = async (workflowId: string, message: OutboxMessage) => {
    if (message.type !== 'start' || !workflowId.startsWith('hand-written/'))
      return deliverMessage(client, workflowId, message);
    const { submissionId } = message.input as HandWrittenInput;
    const args: [HandWrittenInput] = [{ submissionId, year: (await officeClock(db)).now.getFullYear() }];
    await client.workflow.start('handWrittenCase', { workflowId, taskQueue, args });
    return { result: null };
  };

  const file = async (kind: Kind, submissionId: string, party: string): Promise<void> => {
    const { now, today } = await officeClock(db);
    const message: OutboxMessage = { type: 'start', workflow: 'submission', input: { submissionId } };
    const id = kind === 'kernel' ? workflowIds.submission(submissionId) : handWrittenId(submissionId);
    await told(`submission/${submissionId}`, id, message, (trx) =>
      trx
        .insertInto('submissions')
        .values({
          id: submissionId,
          receipt_number: `BENCH/${submissionId}`,
          service_id: 'podatek-od-nieruchomosci',
          service_version: people.version,
          filed_by: party,
          party_id: party,
          answers: JSON.stringify(in1),
          answers_hash: submissionId,
          submitted_at: now,
          submitted_on: today,
        })
        .execute(),
    );
  };
  const complete = (task: OpenTask, by: string, answers: object): Promise<void> => {
    const payload = { taskId: task.id, taskKey: task.taskKey };
    const message: OutboxMessage = { type: 'update', update: 'completeTask', updateId: task.id, payload };
    const done = {
      status: 'completed' as const,
      answers: JSON.stringify(answers),
      completed_by: by,
      completed_at: new Date(),
    };
    return told(`task/${task.id}`, task.workflowId, message, (trx) =>
      trx.updateTable('tasks').set(done).where('id', '=', task.id).execute(),
    );
  };
  const handOver = async (kind: Kind, submissionId: string): Promise<void> => {
    const { id, letterId } = await inbox.delivery(submissionId);
    const attemptId = randomUUID();
    const { now, today } = await officeClock(db);
    const message: OutboxMessage = { type: 'signal', signal: 'deliveryAttempted', payload: { attemptId } };
    const hears = kind === 'kernel' ? workflowIds.collectorDelivery(letterId) : handWrittenId(submissionId);
    const attempt = { delivery_id: id, outcome: 'handed-over' as const, happened_at: now, happened_on: today };
    await told(`attempt/${attemptId}`, hears, message, (trx) =>
      trx
        .insertInto('delivery_attempts')
        .values({ id: attemptId, ...attempt, collector_id: people.collector })
        .execute(),
    );
  };
  const untilClosed = async (kind: Kind, submissionId: string): Promise<void> => {
    if (kind === 'hand-written') return void (await client.workflow.getHandle(handWrittenId(submissionId)).result());
    const filed = db.selectFrom('submissions').select('case_id').where('id', '=', submissionId);
    const { case_id: caseId } = await filed.executeTakeFirstOrThrow();
    await client.workflow.getHandle(workflowIds.caseProcess(caseId!)).result();
  };

  return async (kind: Kind, party: string): Promise<Walked> => {
    const submissionId = randomUUID();
    const began = performance.now();
    await file(kind, submissionId, party);
    await complete(await inbox.task(submissionId, 'verify'), people.clerk, { outcome: 'accept', remarks: '' });
    await complete(await inbox.task(submissionId, 'approve'), people.head, { outcome: 'approve' });
    await handOver(kind, submissionId);
    await untilClosed(kind, submissionId);
    return { submissionId, ms: performance.now() - began };
  };
};
export type CaseWalker = ReturnType<typeof caseWalker>;
