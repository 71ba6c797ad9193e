import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#platform/database/database';

export type OpenTask = { id: string; workflowId: string; taskKey: string };
export type OpenDelivery = { id: string; letterId: string; workflowId?: undefined };
type Found = OpenTask | OpenDelivery;

const everyMs = 20;

/** Looks at the inbox and the collector's list for everyone at once: one short query for all who wait, not one for each. */
export const watchInbox = (db: Db) => {
  const waiting = new Map<string, (found: Found) => void>();
  const look = async (): Promise<void> => {
    const tasks = await db
      .selectFrom('tasks as t')
      .innerJoin('submissions as s', 's.case_id', 't.case_id')
      .select(['t.id', 't.workflow_id as workflowId', 't.task_key as taskKey', 't.form', 's.id as submissionId'])
      .where('t.status', '=', 'open')
      .execute();
    const deliveries = await db
      .selectFrom('deliveries as d')
      .innerJoin('submissions as s', 's.case_id', 'd.case_id')
      .select(['d.id', 'd.letter_id as letterId', 's.id as submissionId'])
      .where('d.state', '=', 'waiting')
      .execute();
    const found = [...tasks, ...deliveries.map((delivery) => ({ ...delivery, form: 'deliver' }))];
    for (const { submissionId, form, ...item } of found) {
      const key = `${submissionId}/${form}`;
      waiting.get(key)?.(item);
      waiting.delete(key);
    }
  };
  let isStopped = false;
  const running = (async () => {
    for (; !isStopped; await pause(everyMs)) if (waiting.size > 0) await look();
  })();
  // Told to whoever awaits `stop`; until then it is no unhandled rejection.
  running.catch(() => undefined);
  const wait = <T extends Found>(submissionId: string, form: string) =>
    Promise.race([
      new Promise<T>((resolve) => waiting.set(`${submissionId}/${form}`, resolve as (found: Found) => void)),
      pause(300_000, undefined, { ref: false }).then(() => {
        throw new Error(`${form} of the submission ${submissionId} did not come within five minutes`);
      }),
    ]);
  return {
    task: (submissionId: string, form: 'verify' | 'approve') => wait<OpenTask>(submissionId, form),
    delivery: (submissionId: string) => wait<OpenDelivery>(submissionId, 'deliver'),
    stop: (): Promise<void> => {
      isStopped = true;
      return running;
    },
  };
};
