import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { createTestDatabase } from './database.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('gives each test file a database of its own on a real Postgres', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ name: string; encoding: string }>(
    "select current_database() as name, current_setting('server_encoding') as encoding",
  );
  await client.end();
  expect(rows[0]).toEqual({ name: new URL(database.url).pathname.slice(1), encoding: 'UTF8' });
});

it('gives a real Temporal server', async () => {
  const connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
  const answer = await connection.workflowService.getSystemInfo({});
  await connection.close();
  expect(answer.serverVersion).toMatch(/^\d+\.\d+/);
});
