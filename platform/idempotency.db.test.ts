import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migratedDatabase } from '#dev/testing/migrated-database';
import type { Db } from './database/database.ts';
import { inTransaction } from './database/in-transaction.ts';
import { idempotently } from './idempotency.ts';
import { nextReceiptNumber } from './number-series.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
});
afterAll(() => close());

const file = (key: string, request: unknown, actor = 'anna') =>
  inTransaction(db, (trx) => idempotently(trx, { actor, key, request }, async () => nextReceiptNumber(trx, 2026)));

it('does the work once for five repeats that come together', async () => {
  const results = await Promise.all(Array.from({ length: 5 }, () => file('k1', { a: 1, b: [2] })));
  expect(results.map((result) => result.ok && result.response)).toEqual(Array(5).fill('EU/2026/000001'));
  expect(results.filter((result) => result.ok && !result.replayed)).toHaveLength(1);
});

it('replays whatever the order of the keys in the request', async () => {
  expect(await file('k1', { b: [2], a: 1 })).toEqual({ ok: true, response: 'EU/2026/000001', replayed: true });
});

it('refuses the key for another request, and keeps the keys of two people apart', async () => {
  expect(await file('k1', { a: 2 })).toEqual({ ok: false, reason: 'key-reused' });
  expect(await file('k1', { a: 2 }, 'jan')).toMatchObject({ ok: true, response: 'EU/2026/000002' });
});

it('keeps nothing of work that failed, not even its number', async () => {
  const failing = inTransaction(db, (trx) =>
    idempotently(trx, { actor: 'anna', key: 'k2', request: {} }, async () => {
      await nextReceiptNumber(trx, 2026);
      throw new Error('disk full');
    }),
  );
  await expect(failing).rejects.toThrow('disk full');
  expect(await file('k2', {})).toEqual({ ok: true, response: 'EU/2026/000003', replayed: false });
});
