import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningService } from '../services/child.ts';
import { freePort } from '../services/ports.ts';
import { postgresUser } from '../services/postgres-home.ts';
import { startPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import { startTemporal } from '../services/temporal.ts';

declare global {
  var testServices: { running: RunningService[]; folder: string } | undefined;
}

/** Starts the real Postgres, Temporal and Redis that `.db`, `.flow` and `.jobs` tests talk to, on free ports. */
export default async function startServices(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-test-'));
  const user = postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const running: RunningService[] = [];
  globalThis.testServices = { running, folder };
  const log = (name: string) => join(folder, `${name}.log`);
  const [postgres, temporal, redis] = await Promise.all([
    startPostgres({
      address: process.env.TEST_DATABASE_URL,
      data: join(folder, 'postgres'),
      port: await freePort(),
      log: log('postgres'),
      isThrowaway: true,
    }),
    startTemporal({
      address: process.env.TEST_TEMPORAL_ADDRESS,
      port: await freePort(),
      programs: '.data/bin',
      log: log('temporal'),
      tell: (line) => process.stderr.write(`${line}\n`),
    }),
    startRedis({
      address: process.env.TEST_REDIS_URL,
      port: await freePort(),
      data: join(folder, 'redis'),
      log: log('redis'),
    }),
  ]);
  running.push(postgres, temporal);
  process.env.TEST_DATABASE_URL = postgres.address;
  process.env.TEST_TEMPORAL_ADDRESS = temporal.address;
  if (redis) {
    running.push(redis);
    process.env.TEST_REDIS_URL = redis.address;
  } else {
    process.stderr.write('redis-server is not on the PATH: job tests run on Postgres alone.\n');
  }
}
