import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createTestDatabase } from '#dev/testing/database';
import { asResident } from './as-resident.ts';
import { openDatabase } from './database.ts';
import type { Db } from './database.ts';
import { migrateToLatest } from './migrate.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

it('makes the first house from nothing, once, however many replicas start together', async () => {
  const runs = await Promise.all([migrateToLatest(db), migrateToLatest(db), migrateToLatest(db)]);
  expect(runs.flat().filter((name) => name === '0001-first-house.sql')).toHaveLength(1);
  expect(await migrateToLatest(db)).toEqual([]);
});

it('hands over grosz as numbers and dates as plain text', async () => {
  const party = await db
    .insertInto('parties')
    .values({ kind: 'person', name: 'Anna Nowak', birth_date: '1855-03-14' })
    .returning('birth_date')
    .executeTakeFirstOrThrow();
  expect(party.birth_date).toBe('1855-03-14');
  const clock = await db.selectFrom('office_clock').select('offset_ms').executeTakeFirstOrThrow();
  expect(clock.offset_ms).toBe(0);
});

it('refuses a migration that was changed after it ran, and leaves nothing half done', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('9001-one.sql', 'create table one (id int);');
  await migrateToLatest(db, folder);
  await write('9002-two.sql', 'create table two (id int); create table one (id int);');
  await expect(migrateToLatest(db, folder)).rejects.toThrow(/already exists/);
  await write('9002-two.sql', 'create table two (id int);');
  expect(await migrateToLatest(db, folder)).toEqual(['9002-two.sql']);
  await write('9001-one.sql', 'create table one (id bigint);');
  await expect(migrateToLatest(db, folder)).rejects.toThrow(/9001-one.sql was changed/);
});

it('needs no superuser: an office that owns its database and may make roles is enough', async () => {
  const office = `office_${randomBytes(4).toString('hex')}`;
  const own = await createTestDatabase();
  const name = new URL(own.url).pathname.slice(1);
  // The role of residents is the server's: its first maker here was a superuser, who hands it on.
  await sql.raw(`create role ${office} login createrole password 'office'`).execute(db);
  const { rows: servers } = await sql<{ major: number }>`
    select current_setting('server_version_num')::int / 10000 as major`.execute(db);
  const mayGrantOnly = servers[0]!.major >= 16 ? 'admin true, set false' : 'admin option';
  await sql.raw(`grant eurzad_resident to ${office} with ${mayGrantOnly}`).execute(db);
  await sql.raw(`alter database ${name} owner to ${office}`).execute(db);
  const url = new URL(own.url);
  [url.username, url.password] = [office, 'office'];
  const plain = openDatabase(url.href, { pool: 2 });
  expect(await migrateToLatest(plain)).toContain('0001-first-house.sql');
  const rows = asResident(plain, '00000000-0000-4000-8000-000000000000', (trx) =>
    trx.selectFrom('cases').selectAll().execute(),
  );
  expect(await rows).toEqual([]);
  await plain.destroy();
  await own.drop();
  await sql.raw(`drop owned by ${office}`).execute(db);
  await sql.raw(`drop role ${office}`).execute(db);
});
