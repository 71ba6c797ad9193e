import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { fromRoot } from '../project-root.ts';
import type { Db } from './database.ts';
import type { Trx } from './in-transaction.ts';

const folder = fromRoot('platform/database/migrations');

/** Chosen once; several replicas that start together queue up behind it. */
const lock = 0x6575727a;

export class MigrationError extends Error {
  override name = 'MigrationError';
}

type Migration = { name: string; text: string; checksum: string };

const readMigrations = async (from: string): Promise<Migration[]> => {
  const names = (await readdir(from)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(from, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
};

const done = async (trx: Trx): Promise<Map<string, string>> => {
  await sql`create table if not exists migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(trx);
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migrations`.execute(trx);
  return new Map(rows.map((row) => [row.name, row.checksum]));
};

/** Brings the database to the newest shape, all or nothing, and names what it applied. A migration that was changed after it ran is an error. */
export const migrateToLatest = (db: Db, from = folder): Promise<string[]> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(trx);
    const applied = await done(trx);
    const names: string[] = [];
    for (const { name, text, checksum } of await readMigrations(from)) {
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before) throw new MigrationError(`${name} was changed after it had been applied: write a new migration.`);
      await sql.raw(text).execute(trx);
      await sql`insert into migrations (name, checksum) values (${name}, ${checksum})`.execute(trx);
      names.push(name);
    }
    return names;
  });
