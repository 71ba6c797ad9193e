import assert from 'node:assert/strict';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { OwnCity } from '../support/city.ts';
import { eventually } from '../support/eventually.ts';
import type { Filed } from './casework.ts';

type Registered = { identyfikatorZewnetrzny: string; numer?: string; znak?: string };
type Register = { rpw: Registered[]; wyslane: Registered[]; sprawy: Registered[]; dokumenty: Registered[] };

/** Asks the store itself, as no page could: what stands there once, twice or not at all. */
export const openStore = ({ database }: OwnCity) => {
  const pool = new pg.Pool({ connectionString: database, max: 2 });
  pool.on('error', () => undefined);
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query(sql, values)).rows as T[];
  /** Keeps a lock, so that whoever needs it stands still in the middle of their work; gives it free, or finds Postgres gone. */
  const hold = async (sql: string, values: unknown[] = []): Promise<() => Promise<void>> => {
    const client = new pg.Client({ connectionString: database });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query(sql, values);
    return () => client.end().catch(() => undefined);
  };
  const standStill = (number: number) =>
    eventually('requests wait in the middle of their work', async () => {
      const waiting = await rows(
        `select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'e-urzad'`,
      );
      return waiting.length >= number;
    });
  return { rows, hold, standStill, close: () => pool.end() };
};
export type Store = ReturnType<typeof openStore>;

const isDistinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** Each receipt is one submission, one case, one number in the register of incoming mail and one case sign. */
export const eachFiledOnce = async (city: OwnCity, store: Store, filed: readonly Filed[]): Promise<void> => {
  const kept = await store.rows<{ id: string; receipt: string; case_id: string; rpw: string; sign: string }>(
    `select s.id, s.receipt_number as receipt, s.case_id, s.register_number as rpw, c.case_sign as sign
     from submissions s join cases c on c.id = s.case_id`,
  );
  const byText = (list: Filed[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
  assert.deepEqual(
    byText(kept.map(({ id, receipt }) => ({ id, receiptNumber: receipt }))),
    byText(filed.map(({ id, receiptNumber }) => ({ id, receiptNumber }))),
    'the store holds exactly what was confirmed to residents',
  );
  assert.equal((await store.rows('select from cases')).length, filed.length);
  assert.ok(isDistinct(kept.map(({ case_id }) => case_id)));
  assert.ok(isDistinct(kept.map(({ receipt }) => receipt)));

  const register = (await (await fetch(`${city.simulators}/ezd/_state`)).json()) as Register;
  for (const list of [register.rpw, register.wyslane, register.sprawy, register.dokumenty])
    assert.ok(isDistinct(list.map((item) => item.identyfikatorZewnetrzny)), 'EZD holds nothing twice');
  assert.deepEqual(register.rpw.map(({ numer }) => numer).sort(), kept.map(({ rpw }) => rpw).sort());
  assert.deepEqual(register.sprawy.map(({ znak }) => znak).sort(), kept.map(({ sign }) => sign).sort());
};

/** Each case was verified once, approved once, decided once, delivered once and booked once; what was booked is what was decided. */
export const eachDecidedOnce = async (store: Store, cases: readonly string[]): Promise<void> => {
  for (const caseId of cases) {
    const [found] = await store.rows(
      `select
         (select count(*)::int from tasks where case_id = $1 and status = 'completed') as tasks,
         (select count(*)::int from tasks where case_id = $1 and status = 'open') as open,
         (select count(*)::int from tax_decisions where case_id = $1 and status = 'issued') as decisions,
         (select count(*)::int from letters where case_id = $1 and direction = 'outgoing') as letters,
         (select count(*)::int from deliveries where case_id = $1 and state = 'delivered') as deliveries,
         (select count(*)::int from liabilities where case_id = $1) as liabilities,
         (select count(*)::int from bookings b join liabilities l on l.id = b.liability_id
           where l.case_id = $1 and b.kind = 'assessment') as assessments,
         (select sum(b.debit) = max(l.amount) and sum(b.debit) = (select sum(i.amount) from instalments i where i.liability_id = max(l.id::text)::uuid)
           from bookings b join liabilities l on l.id = b.liability_id
           where l.case_id = $1 and b.kind = 'assessment') as "isWhole"`,
      [caseId],
    );
    assert.deepEqual(found, {
      tasks: 2,
      open: 0,
      decisions: 1,
      letters: 1,
      deliveries: 1,
      liabilities: 1,
      assessments: 1,
      isWhole: true,
    });
  }
};

/** Each payment is credited once, with what was paid. */
export const eachPaidOnce = async (store: Store, payments: readonly string[]): Promise<void> => {
  for (const id of payments) {
    const [found] = await store.rows(
      `select p.state, sum(b.credit) = p.amount as "isCredited", count(*)::int as bookings,
         (select count(*)::int from payment_notifications n where n.payment_id = p.id and n.accepted) as notifications
       from payments p join bookings b on b.key like 'payment/' || p.id || '/%' where p.id = $1 group by p.id`,
      [id],
    );
    assert.deepEqual(found, { state: 'booked', isCredited: true, bookings: 1, notifications: 1 });
  }
};

/** Nothing is left lying between the store and Temporal. */
export const nothingWaits = async (store: Store): Promise<void> => {
  await eventually('the outbox is empty', async () => {
    return (await store.rows('select from outbox where delivered_at is null')).length === 0;
  });
  const lost = await store.rows<{ key: string; last_error: string }>(
    'select key, last_error from outbox where last_error is not null',
  );
  // A repeated delivery may find the workflow started, or ended by the first one; a refusal would be a loss.
  const isRepeat = (note: string) => ['started before', 'the workflow has ended'].includes(note);
  assert.deepEqual(
    lost.filter(({ last_error: note }) => !isRepeat(note)),
    [],
  );
};

/** Temporal ran one workflow for each thing, and none of them failed. */
export const workflowsAre = async ({ temporal }: OwnCity, expected: Record<string, number>): Promise<void> => {
  const connection = await Connection.connect({ address: temporal });
  try {
    const { workflow } = new Client({ connection });
    const count = async () => {
      const counts: Record<string, number> = {};
      for await (const { type, status } of workflow.list()) {
        const name = `${type} ${status.name.toLowerCase()}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    };
    const wanted = Object.entries(expected);
    const counts = await eventually('every workflow has come to its end', async () => {
      const found = await count();
      return wanted.every(([name, number]) => (found[name] ?? 0) >= number) && found;
    });
    for (const [name, number] of wanted) assert.equal(counts[name], number, name);
    const ill = Object.keys(counts).filter((name) => /failed|terminated|timed_out|canceled/.test(name));
    assert.deepEqual(ill, []);
  } finally {
    await connection.close();
  }
};
