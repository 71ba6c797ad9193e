import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { migratedDatabase } from '#dev/testing/migrated-database';
import type { Db } from './database/database.ts';
import { inTransaction } from './database/in-transaction.ts';
import { markDelivered, markFailed, takeDue, tell } from './outbox.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
});
afterAll(() => close());
beforeEach(() => db.deleteFrom('outbox').execute());

const write = (key: string, workflowId: string) =>
  inTransaction(db, (trx) => tell(trx, { key, workflowId, message: { key } }));
const keysOf = (rows: { key: string }[]) => rows.map((row) => row.key);
const deliverAll = () =>
  inTransaction(db, async (trx) => {
    const due = await takeDue(trx);
    for (const { id } of due) await markDelivered(trx, id);
    return keysOf(due);
  });

describe('the outbox', () => {
  it('is written with the fact or not at all', async () => {
    const failing = inTransaction(db, async (trx) => {
      await tell(trx, { key: 'a', workflowId: 'w', message: {} });
      throw new Error('the fact failed');
    });
    await expect(failing).rejects.toThrow('the fact failed');
    expect(await deliverAll()).toEqual([]);
  });

  it('keeps one message for a key, however often the write is repeated', async () => {
    await write('a', 'w');
    await write('a', 'w');
    expect(await deliverAll()).toEqual(['a']);
    await write('a', 'w');
    expect(await deliverAll()).toEqual([]);
  });

  it('gives each workflow its messages one by one in the order of writing', async () => {
    for (const [key, workflow] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
    ] as const)
      await write(key, workflow);
    expect(await deliverAll()).toEqual(['a1', 'b1']);
    expect(await deliverAll()).toEqual(['a2']);
  });

  it('lets a second relay pass over what the first holds, and over what stands behind it', async () => {
    await write('a1', 'a');
    await write('a2', 'a');
    await write('b1', 'b');
    await inTransaction(db, async (first) => {
      expect(keysOf(await takeDue(first, { limit: 1 }))).toEqual(['a1']);
      await inTransaction(db, async (second) => expect(keysOf(await takeDue(second))).toEqual(['b1']));
    });
  });

  it('offers a message again when its relay died before it could say delivered', async () => {
    await write('a1', 'a');
    const dying = inTransaction(db, async (trx) => {
      await takeDue(trx);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await deliverAll()).toEqual(['a1']);
  });

  it('comes back later after a failure, and its followers wait', async () => {
    await write('a1', 'a');
    await write('a2', 'a');
    await inTransaction(db, async (trx) => markFailed(trx, (await takeDue(trx))[0]!.id, 'Temporal is down'));
    expect(await deliverAll()).toEqual([]);
    await sql`update outbox set next_attempt_at = now() - interval '1 second'`.execute(db);
    expect(await deliverAll()).toEqual(['a1']);
    expect(await deliverAll()).toEqual(['a2']);
  });

  it('gives a message asked for by name at once', async () => {
    await write('a1', 'a');
    await write('b1', 'b');
    await inTransaction(db, async (trx) => expect(keysOf(await takeDue(trx, { key: 'b1' }))).toEqual(['b1']));
  });
});
