import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import supertest from 'supertest';
import { pino } from 'pino';
import { createTestDatabase } from '#dev/testing/database';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database/database';
import { migrateToLatest } from '#platform/database/migrate';
import { openFileStore } from '#platform/files';
import { contractBroken } from '../answer-check.interceptor.ts';
import { createApp } from '../app.ts';
import type { Db } from '../parts.ts';
import { SESSION_COOKIE } from '../session/cookies.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { openTemporal } from '../temporal.ts';

// Real servers on a busy machine: a slow answer is no wrong answer.
jest.setTimeout(30_000);

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The whole API on a database of its own. Temporal is whatever `env` names; by default an address where nobody answers. */
export const openTestOffice = async (env: Record<string, string> = {}) => {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-api-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    DATABASE_POOL: '5',
    SESSION_SECRET: 'a test secret of more than thirty-two characters',
    DEMO_CITY: 'true',
    FILES_DIR: join(folder, 'files'),
    WEB_DIR: join(folder, 'web'),
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const db = openDatabase(database.url, { pool: config.database.pool });
  await migrateToLatest(db);
  const temporal = openTemporal(config);
  const files = openFileStore(config.filesDir);
  const broken: string[] = [];
  const listening = { write: (line: string) => void (line.includes(contractBroken) && broken.push(line)) };
  const app = await createApp({ config, db, temporal, files, log: pino({ level: 'error' }, listening) });
  const server = app.getHttpServer() as Parameters<typeof supertest>[0];
  const sessions = app.get(SessionRepository, { strict: false });

  /** Requests of someone whose session is open: `anna('post', '/drafts').send({…})`. */
  const as = async (session: Parameters<SessionRepository['open']>[0]) => {
    const token = await sessions.open(session);
    const csrf = (await sessions.find(token))!.csrfToken;
    return (method: Method, path: string) =>
      supertest(server)[method](`/api${path}`).set('Cookie', `${SESSION_COOKIE}=${token}`).set('X-CSRF-Token', csrf);
  };

  return {
    app,
    db: db as Db,
    config,
    files,
    server,
    /** Requests of a stranger, to any address. */
    anyone: () => supertest(server),
    resident: (personId: string) => as({ kind: 'resident', personId }),
    staff: (staffId: string) => as({ kind: 'staff', staffId }),
    close: async () => {
      await app.close();
      await temporal.connection.close();
      await db.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      if (broken.length > 0) throw new Error(`Answers broke their contracts:\n${broken.join('')}`);
    },
  };
};

export type TestOffice = Awaited<ReturnType<typeof openTestOffice>>;
