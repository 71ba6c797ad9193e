import { sql } from 'kysely';
import type { Trx } from './database/in-transaction.ts';

export type IdempotentRequest = {
  /** Whose key it is: two people may choose the same one. */
  actor: string;
  key: string;
  /** What was asked for; the same key for something else is a mistake of the caller. */
  request: unknown;
};

export type IdempotentResult<T> = { ok: true; response: T; replayed: boolean } | { ok: false; reason: 'key-reused' };

const requestHash = (request: unknown) =>
  // jsonb puts the keys of an object in one order.
  sql<string>`encode(digest(${JSON.stringify(request ?? null)}::jsonb::text, 'sha256'), 'hex')`;

/**
 * Does the work once for each key, in the caller's transaction, and answers a repeat with the stored response. A repeat that
 * comes meanwhile waits for the first; when that one fails nothing is kept, and the repeat does the work.
 */
export const idempotently = async <T>(
  trx: Trx,
  { actor, key, request }: IdempotentRequest,
  work: () => Promise<T>,
): Promise<IdempotentResult<T>> => {
  const first = await trx
    .insertInto('idempotency_keys')
    .values({ actor, key, request_hash: requestHash(request) })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!first) return replay<T>(trx, { actor, key, request });
  const response = await work();
  await trx
    .updateTable('idempotency_keys')
    .set({ status: 200, response: JSON.stringify(response ?? null) })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute();
  return { ok: true, response, replayed: false };
};

const replay = async <T>(trx: Trx, { actor, key, request }: IdempotentRequest): Promise<IdempotentResult<T>> => {
  const stored = await trx
    .selectFrom('idempotency_keys')
    .select(['response', sql<boolean>`request_hash = ${requestHash(request)}`.as('isSame')])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return stored.isSame
    ? { ok: true, response: stored.response as T, replayed: true }
    : { ok: false, reason: 'key-reused' };
};
