import { sql } from 'kysely';
import type { Trx } from './database/in-transaction.ts';

/** What a workflow must hear; `message` is an `OutboxMessage` of `workflows/messages.ts`. */
export type OutboxEntry = {
  /** Names the fact: telling it twice is telling it once. */
  key: string;
  workflowId: string;
  message: unknown;
};

export type DueMessage = { id: number; key: string; workflowId: string; message: unknown; attempts: number };

/** Tells a workflow in the transaction of the fact itself: either both are kept, or neither. */
export const tell = async (trx: Trx, { key, workflowId, message }: OutboxEntry): Promise<void> => {
  await trx
    .insertInto('outbox')
    .values({ key, workflow_id: workflowId, message: JSON.stringify(message) })
    // Without a target: a resident's role may write here, not read.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/**
 * Locks messages whose time has come, at most the oldest one of each workflow, so that a workflow hears things in the order
 * of writing. Rows that another relay holds are passed over; the locks last as long as the transaction.
 */
export const takeDue = async (trx: Trx, only: { limit?: number; key?: string } = {}): Promise<DueMessage[]> => {
  let query = trx
    .selectFrom('outbox as o')
    .select(['o.id', 'o.key', 'o.workflow_id as workflowId', 'o.message', 'o.attempts'])
    .where('o.delivered_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.workflow_id', '=', 'o.workflow_id')
            .whereRef('earlier.id', '<', 'o.id')
            .where('earlier.delivered_at', 'is', null),
        ),
      ),
    )
    .orderBy('o.id')
    .limit(only.limit ?? 20)
    .forUpdate(['o'])
    .skipLocked();
  // A message asked for by name goes at once, whatever its next turn.
  query = only.key ? query.where('o.key', '=', only.key) : query.where('o.next_attempt_at', '<=', sql<Date>`now()`);
  return query.execute();
};

/** The workflow has it. A `note` says what became of a message that nobody could take any more. */
export const markDelivered = async (trx: Trx, id: number, note: string | null = null): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({ delivered_at: sql<Date>`now()`, last_error: note })
    .where('id', '=', id)
    .execute();
};

/** It stays, and its next turn comes later: half a second at first, doubling, a quarter of a minute at most. */
export const markFailed = async (trx: Trx, id: number, error: string): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({
      attempts: sql<number>`attempts + 1`,
      next_attempt_at: sql<Date>`clock_timestamp() + least(15, 0.5 * power(2, least(attempts, 10))) * interval '1 second'`,
      last_error: error.slice(0, 1000),
    })
    .where('id', '=', id)
    .execute();
};
