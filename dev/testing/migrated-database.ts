import { migrateToLatest } from '#platform/database/migrate';
import { openDatabase } from '#platform/database/database';
import type { Db } from '#platform/database/database';
import { createTestDatabase } from './database.ts';

/** A fresh database with every table, for one test file. */
export const migratedDatabase = async (): Promise<{ url: string; db: Db; close(): Promise<void> }> => {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url, { pool: 10 });
  await migrateToLatest(db);
  const close = async () => {
    await db.destroy();
    await drop();
  };
  return { url, db, close };
};
