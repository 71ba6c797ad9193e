import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { migratedDatabase } from '#dev/testing/migrated-database';
import { verifyAudit, writeAudit } from './audit.ts';
import type { Db } from './database/database.ts';
import { inTransaction } from './database/in-transaction.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
});
afterAll(() => close());

const write = (action: string) =>
  inTransaction(db, (trx) =>
    writeAudit(trx, {
      actor: { kind: 'system', id: 'test', name: 'Test | "quoted"' },
      action,
      subject: { type: 'task', id: '1' },
      details: { amount: 12_34, text: 'a|b' },
    }),
  );

it('chains rows that are written at the same time', async () => {
  await Promise.all(Array.from({ length: 25 }, (_, number) => write(`action-${number}`)));
  expect(await verifyAudit(db)).toEqual({ intact: true, brokenAt: null });
});

it('verifies the same from a session in another time zone', async () => {
  await db.connection().execute(async (session) => {
    await sql`set timezone = 'Asia/Tokyo'`.execute(session);
    expect((await verifyAudit(session)).intact).toBe(true);
    await sql`reset timezone`.execute(session);
  });
});

it('takes no change, no deletion and no truncation', async () => {
  await expect(db.updateTable('audit').set({ action: 'other' }).execute()).rejects.toThrow(/append-only/);
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/append-only/);
  await expect(sql`truncate audit`.execute(db)).rejects.toThrow(/append-only/);
});

it('shows the row that someone with the keys of the database changed or took out', async () => {
  const tamper = (statement: ReturnType<typeof sql>) =>
    db.transaction().execute(async (trx) => {
      await sql`alter table audit disable trigger audit_append_only`.execute(trx);
      await statement.execute(trx);
      await sql`alter table audit enable trigger audit_append_only`.execute(trx);
    });
  await tamper(sql`update audit set actor_name = 'Someone else' where id = 7`);
  expect(await verifyAudit(db)).toEqual({ intact: false, brokenAt: 7 });
  await tamper(sql`update audit set actor_name = ${'Test | "quoted"'} where id = 7`);
  expect((await verifyAudit(db)).intact).toBe(true);
  await tamper(sql`delete from audit where id = 9`);
  expect(await verifyAudit(db)).toEqual({ intact: false, brokenAt: 10 });
});
