import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { migratedDatabase } from '#dev/testing/migrated-database';
import { asResident } from './as-resident.ts';
import type { Db } from './database.ts';
import type { Trx } from './in-transaction.ts';
import { seedTwoResidents } from './fixtures/two-residents.ts';
import type { TwoResidents } from './fixtures/two-residents.ts';

let db: Db;
let close: () => Promise<void>;
let people: TwoResidents;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
  people = await seedTwoResidents(db);
});
afterAll(() => close());

/** Tables with rows of residents. Each query below forgets its `where party_id = …`: the database itself must not. */
const tables = [
  'parties',
  'drafts',
  'submissions',
  'submission_files',
  'files',
  'cases',
  'case_events',
  'tasks',
  'letters',
  'tax_decisions',
  'deliveries',
  'accounts',
  'liabilities',
  'instalments',
  'bookings',
  'payments',
  'payment_items',
  'reminders',
  'enforcement_titles',
] as const;

/** A column that an update may name, where it is not `id`. */
const columns: Record<string, string> = {
  submission_files: 'field',
  payment_items: 'amount',
  case_events: 'kind',
  tasks: 'answers',
  bookings: 'kind',
};
const mayUpdate = new Set<string>(['drafts', 'tasks']);
const mayDelete = new Set<string>(['drafts']);

const countOf = (personId: string, table: string): Promise<number> =>
  asResident(db, personId, async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx);
    return rows[0]!.n;
  });

describe.each(tables)('%s', (table) => {
  it('shows a resident their own row, and no other’s', async () => {
    expect(await countOf(people.anna, table)).toBe(1);
    expect(await countOf(people.jan, table)).toBe(1);
    expect(await countOf('00000000-0000-4000-8000-000000000000', table)).toBe(0);
  });

  it('takes a change or a deletion only where residents have work to do', async () => {
    const column = sql.ref(columns[table] ?? 'id');
    const outcomeOf = (statement: ReturnType<typeof sql>): Promise<string> =>
      asResident(db, people.anna, (trx) => statement.execute(trx)).then(
        () => 'done',
        (error: Error) => error.message,
      );
    const expected = (may: Set<string>) => (may.has(table) ? 'done' : `permission denied for table ${table}`);
    const update = sql`update ${sql.table(table)} set ${column} = ${column} where true`;
    expect(await outcomeOf(update)).toBe(expected(mayUpdate));
    expect(await outcomeOf(sql`delete from ${sql.table(table)} where false`)).toBe(expected(mayDelete));
  });
});

describe('a write that forgets its condition', () => {
  const janSees = (table: 'drafts' | 'tasks') =>
    asResident(db, people.jan, (trx) => trx.selectFrom(table).selectAll().execute());

  it('changes the resident’s own draft and leaves another’s', async () => {
    const before = await janSees('drafts');
    const changed = await asResident(db, people.anna, (trx) =>
      trx.updateTable('drafts').set({ answers: '{"x":1}' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(1n);
    expect(await janSees('drafts')).toEqual(before);
  });

  it('changes the resident’s own task and leaves another’s', async () => {
    const before = await janSees('tasks');
    const changed = await asResident(db, people.anna, (trx) =>
      trx.updateTable('tasks').set({ answers: '{"x":1}' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(1n);
    expect(await janSees('tasks')).toEqual(before);
  });
});

describe('writing for someone else', () => {
  it('is refused by the row’s policy, whatever the code forgot', async () => {
    const forJan = asResident(db, people.anna, (trx) =>
      trx
        .insertInto('drafts')
        .values({ filed_by: people.anna, party_id: people.jan, service_id: 'in-1', service_version: 1 })
        .execute(),
    );
    await expect(forJan).rejects.toThrow(/row-level security/);
  });

  it('is refused where another’s upload or instalment is only named', async () => {
    const idOf = async (personId: string, table: 'files' | 'submissions' | 'instalments' | 'payments') =>
      asResident(db, personId, async (trx) => (await trx.selectFrom(table).select('id').executeTakeFirstOrThrow()).id);
    const filed = { submission_id: await idOf(people.anna, 'submissions'), file_id: await idOf(people.jan, 'files') };
    const paid = {
      payment_id: await idOf(people.anna, 'payments'),
      instalment_id: await idOf(people.jan, 'instalments'),
    };
    const upload = {
      id: randomUUID(),
      party_id: people.jan,
      uploaded_by: people.anna,
      purpose: 'attachment' as const,
      name: 'a.pdf',
      media_type: 'application/pdf',
      size: 1,
      sha256: 'x',
      storage_key: 'x',
    };
    const asAnna = (work: (trx: Trx) => Promise<unknown>) => asResident(db, people.anna, (trx) => work(trx));
    for (const write of [
      (trx: Trx) =>
        trx
          .insertInto('submission_files')
          .values({ ...filed, field: '/x' })
          .execute(),
      (trx: Trx) =>
        trx
          .insertInto('payment_items')
          .values({ ...paid, amount: 1 })
          .execute(),
      (trx: Trx) => trx.insertInto('files').values(upload).execute(),
    ])
      await expect(asAnna(write)).rejects.toThrow(/row-level security/);
  });

  it('leaves whose a task is, and until when, to the office', async () => {
    const change = (set: object) =>
      asResident(db, people.anna, (trx) => trx.updateTable('tasks').set(set).executeTakeFirst());
    await expect(change({ due_on: '2999-01-01' })).rejects.toThrow(/permission denied/);
    await expect(change({ assignee_party_id: people.jan })).rejects.toThrow(/permission denied/);
  });

  it('and another’s stored answers cannot be read', async () => {
    await db
      .insertInto('idempotency_keys')
      .values([people.anna, people.jan].map((id) => ({ actor: `resident/${id}`, key: 'the-key', request_hash: 'x' })))
      .execute();
    expect(await countOf(people.anna, 'idempotency_keys')).toBe(1);
  });

  it('is refused for tables that only the office writes', async () => {
    const paid = asResident(db, people.anna, (trx) => trx.updateTable('instalments').set({ state: 'paid' }).execute());
    await expect(paid).rejects.toThrow(/permission denied/);
  });

  it('shows nothing of staff, sessions, the outbox and the audit log', async () => {
    for (const table of ['staff', 'sessions', 'outbox', 'audit', 'clock_waits', 'payment_notifications']) {
      await expect(countOf(people.anna, table)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a power of attorney', () => {
  const companyCases = () =>
    asResident(db, people.anna, (trx) =>
      trx.selectFrom('cases').select('id').where('party_id', '=', people.company).execute(),
    );
  const companyFiles = () =>
    asResident(db, people.anna, (trx) =>
      trx.selectFrom('files').select('id').where('party_id', '=', people.company).execute(),
    );
  const grant = (valid: { from: string; to: string | null; revoked?: boolean }) =>
    db.transaction().execute(async (trx) => {
      await trx.deleteFrom('powers_of_attorney').execute();
      await trx
        .insertInto('powers_of_attorney')
        .values({
          person_id: people.anna,
          company_id: people.company,
          scope: ['taxes'],
          valid_from: valid.from,
          valid_to: valid.to,
          revoked_at: valid.revoked ? new Date() : null,
        })
        .execute();
    });

  it('opens the company’s rows while it holds', async () => {
    expect(await companyCases()).toHaveLength(0);
    await grant({ from: '2020-01-01', to: null });
    expect(await companyCases()).toHaveLength(1);
  });

  it('closes them when it expired, was revoked or has not begun', async () => {
    await grant({ from: '2020-01-01', to: '2020-12-31' });
    expect(await companyCases()).toHaveLength(0);
    await db.updateTable('files').set({ uploaded_by: people.anna }).where('party_id', '=', people.company).execute();
    await grant({ from: '2020-01-01', to: null, revoked: true });
    expect(await companyCases()).toHaveLength(0);
    expect(await companyFiles()).toHaveLength(0);
    await grant({ from: '2999-01-01', to: null });
    expect(await companyCases()).toHaveLength(0);
  });
});

it('gives the connection back without the resident’s rights and name', async () => {
  await asResident(db, people.anna, async () => undefined);
  const { rows } = await sql<{ role: string; person: string | null }>`
    select current_user as role, nullif(current_setting('app.person_id', true), '') as person`.execute(db);
  expect(rows[0]).toMatchObject({ person: null });
  expect(rows[0]!.role).not.toBe('eurzad_resident');
});

it('lets the office’s piece of a resident’s transaction see and write what a resident may not', async () => {
  await asResident(db, people.anna, async (trx, office) => {
    const staff = await office(() => trx.selectFrom('staff').select('id').execute());
    expect(staff).toHaveLength(1);
    const own = await trx.selectFrom('cases').select('id').execute();
    expect(own).toHaveLength(1);
  });
});
