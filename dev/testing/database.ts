import { randomBytes } from 'node:crypto';
import pg from 'pg';

const asSuperuser = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** A fresh, empty database for one test file. Its migrations are the caller's: `migrateToLatest(url)`. */
export const createTestDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is unset: run this test in the Jest project "services".');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asSuperuser(server, `drop database if exists ${name} with (force)`) };
};
