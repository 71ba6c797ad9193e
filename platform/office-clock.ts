import { sql } from 'kysely';
import type { PlainDate } from '#domain/calendar/plain-date';
import { startOfDay, warsawDate } from '#domain/calendar/warsaw';
import type { Db } from './database/database.ts';
import type { Trx } from './database/in-transaction.ts';
import { tell } from './outbox.ts';

/** The office's time: real time and, in the demo city, the distance by which an admin moved it forward. */
export type OfficeTime = { now: Date; nowMs: number; today: PlainDate; offsetMs: number };

const dayLength = 24 * 60 * 60_000;

const officeTime = (realMs: number, offsetMs: number): OfficeTime => {
  const nowMs = realMs + offsetMs;
  return { now: new Date(nowMs), nowMs, today: warsawDate(nowMs), offsetMs };
};

const clockRow = (db: Db) =>
  db.selectFrom('office_clock').select(['offset_ms', sql<Date>`clock_timestamp()`.as('real')]);

/** What time it is in the office. */
export const officeClock = async (db: Db): Promise<OfficeTime> => {
  const row = await clockRow(db).executeTakeFirstOrThrow();
  return officeTime(row.real.getTime(), row.offset_ms);
};

export const officeNow = async (db: Db): Promise<Date> => (await officeClock(db)).now;

export const officeToday = async (db: Db): Promise<PlainDate> => (await officeClock(db)).today;

export type ClockWait = { workflowId: string; waitKey: string; until: Date };

/**
 * Notes that a workflow waits for a moment, and tells the time. The share lock orders it against `moveClock`: either this
 * answer has the moved time, or the move finds this wait and wakes it.
 */
export const registerWait = async (trx: Trx, { workflowId, waitKey, until }: ClockWait): Promise<OfficeTime> => {
  const row = await clockRow(trx).forShare().executeTakeFirstOrThrow();
  await trx
    .insertInto('clock_waits')
    .values({ workflow_id: workflowId, wait_key: waitKey, until })
    .onConflict((conflict) => conflict.columns(['workflow_id', 'wait_key']).doUpdateSet({ until }))
    .execute();
  return officeTime(row.real.getTime(), row.offset_ms);
};

export const endWait = async (db: Db, { workflowId, waitKey }: Omit<ClockWait, 'until'>): Promise<void> => {
  await db.deleteFrom('clock_waits').where('workflow_id', '=', workflowId).where('wait_key', '=', waitKey).execute();
};

export type ClockMove = { days: number } | { to: PlainDate };

/** Moves the clock forward and tells every workflow that waits for a moment; the clock never goes back. */
export const moveClock = async (
  trx: Trx,
  move: ClockMove,
  messageOf: (moved: { offsetMs: number }) => unknown,
): Promise<{ ok: true; time: OfficeTime } | { ok: false; reason: 'goes-back' }> => {
  const row = await clockRow(trx).forUpdate().executeTakeFirstOrThrow();
  const before = officeTime(row.real.getTime(), row.offset_ms);
  const offsetMs =
    'days' in move ? row.offset_ms + move.days * dayLength : row.offset_ms + startOfDay(move.to) - before.nowMs;
  if (offsetMs < row.offset_ms) return { ok: false, reason: 'goes-back' };
  await trx
    .updateTable('office_clock')
    .set({ offset_ms: offsetMs, moved_at: sql<Date>`now()` })
    .execute();
  const waiting = await trx.selectFrom('clock_waits').select('workflow_id').distinct().execute();
  for (const { workflow_id: workflowId } of waiting) {
    await tell(trx, { key: `clock/${offsetMs}/${workflowId}`, workflowId, message: messageOf({ offsetMs }) });
  }
  return { ok: true, time: officeTime(before.nowMs - row.offset_ms, offsetMs) };
};
