import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { plainDate } from '#domain/calendar/plain-date';
import { addDays } from '#domain/calendar/plain-date';
import { migratedDatabase } from '#dev/testing/migrated-database';
import type { Db } from './database/database.ts';
import { inTransaction } from './database/in-transaction.ts';
import { endWait, moveClock, officeClock, officeToday, registerWait } from './office-clock.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
});
afterAll(() => close());

const until = new Date('2030-01-01T00:00:00Z');
const wait = (workflowId: string) =>
  inTransaction(db, (trx) => registerWait(trx, { workflowId, waitKey: 'deemed', until }));
const messageOf = ({ offsetMs }: { offsetMs: number }) => ({ type: 'signal', offsetMs });

it('moves forward by days, and tells each workflow that waits once', async () => {
  await wait('delivery/1');
  await wait('delivery/1');
  await wait('delivery/2');
  await endWait(db, { workflowId: 'delivery/2', waitKey: 'deemed' });
  const before = await officeToday(db);
  const moved = await inTransaction(db, (trx) => moveClock(trx, { days: 14 }, messageOf));
  expect(moved).toMatchObject({ ok: true, time: { today: addDays(before, 14), offsetMs: 14 * 86_400_000 } });
  const told = await db.selectFrom('outbox').select(['workflow_id', 'message']).execute();
  expect(told).toEqual([{ workflow_id: 'delivery/1', message: { type: 'signal', offsetMs: 14 * 86_400_000 } }]);
});

it('moves to the first moment of a date and not back', async () => {
  const target = addDays(await officeToday(db), 10);
  expect(await inTransaction(db, (trx) => moveClock(trx, { to: target }, messageOf))).toMatchObject({ ok: true });
  expect(await officeToday(db)).toBe(target);
  const back = inTransaction(db, (trx) => moveClock(trx, { to: plainDate('2020-01-01') }, messageOf));
  expect(await back).toEqual({ ok: false, reason: 'goes-back' });
});

it('loses no waiter that registers while the clock is being moved', async () => {
  let registered: Promise<{ offsetMs: number }>;
  const moved = await inTransaction(db, async (trx) => {
    const result = await moveClock(trx, { days: 1 }, messageOf);
    registered = wait('late/1');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return result;
  });
  expect((await registered!).offsetMs).toBe((await officeClock(db)).offsetMs);
  expect(moved.ok && moved.time.offsetMs).toBe((await officeClock(db)).offsetMs);
});
