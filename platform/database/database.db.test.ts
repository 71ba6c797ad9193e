import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { migratedDatabase } from '#dev/testing/migrated-database';
import type { Db } from './database.ts';
import { inTransaction } from './in-transaction.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
});
afterAll(() => close());

it('outlives a connection that breaks in the middle of a transaction, which fails and leaves nothing', async () => {
  const broken = inTransaction(db, async (trx) => {
    await sql`update office_clock set offset_ms = 1`.execute(trx);
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db);
    // The process hears of the loss now, while no query runs on that connection.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql`update office_clock set offset_ms = 2`.execute(trx);
  });
  await expect(broken).rejects.toThrow();
  const { rows } = await sql<{ offset: number }>`select offset_ms as offset from office_clock`.execute(db);
  expect(rows).toEqual([{ offset: 0 }]);
});
