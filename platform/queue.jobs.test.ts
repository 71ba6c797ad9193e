import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#dev/services/ports';
import { startRedis } from '#dev/services/redis';
import { createTestDatabase } from '#dev/testing/database';
import { openQueues } from './queue.ts';
import type { JobQueues } from './queue.ts';

const redisUrl = process.env.TEST_REDIS_URL;
const until = async (isTrue: () => boolean): Promise<void> => {
  const end = Date.now() + 15_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('It did not happen within 15 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const backends = [{ name: 'Postgres', redis: undefined }, ...(redisUrl ? [{ name: 'Redis', redis: redisUrl }] : [])];

describe.each(backends)('queues on $name', ({ redis }) => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let queues: JobQueues;
  const errors: Error[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    queues = await openQueues({ databaseUrl: database.url, redisUrl: redis, onError: (error) => errors.push(error) });
  });
  afterAll(async () => {
    await queues.close();
    await database.drop();
  });

  it('work each job, and one of the same id that still waits only once', async () => {
    const done: unknown[] = [];
    await queues.add('notices', 'a', { number: 1 });
    await queues.add('notices', 'a', { number: 1 });
    await queues.add('notices', 'b:c', { number: 2 });
    queues.work('notices', async (data) => void done.push((data as { number: number }).number));
    await until(() => done.length >= 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(done.sort()).toEqual([1, 2]);
    expect(errors).toEqual([]);
  }, 30_000);

  it('try a failed job again', async () => {
    let tries = 0;
    queues.work('failing', async () => {
      tries += 1;
      if (tries < 2) throw new Error('not yet');
    });
    await queues.add('failing', 'a', {});
    await until(() => tries === 2);
  }, 30_000);
});

(redisUrl ? it : it.skip)('refuse a Redis that may evict jobs', async () => {
  const redis = new Redis(redisUrl!);
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  const opening = openQueues({ databaseUrl: 'postgres://unused', redisUrl, onError: () => undefined });
  await expect(opening).rejects.toThrow('set it to noeviction');
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  redis.disconnect();
});

it('close at once though Redis was never there', async () => {
  const redisDown = 'redis://127.0.0.1:1';
  const queues = await openQueues({ databaseUrl: 'postgres://unused', redisUrl: redisDown, onError: () => undefined });
  queues.work('notices', async () => undefined);
  await expect(queues.add('notices', 'a', {})).rejects.toThrow();
  const began = Date.now();
  await queues.close();
  expect(Date.now() - began).toBeLessThan(5_000);
}, 20_000);

it('say once that Postgres is not there, and do not end the process', async () => {
  const errors: Error[] = [];
  const queues = await openQueues({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    onError: (error) => errors.push(error),
  });
  queues.work('notices', async () => undefined);
  await expect(queues.add('notices', 'a', {})).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await queues.close();
  expect(errors).toHaveLength(1);
}, 30_000);

(redisUrl ? it : it.skip)(
  'tell at once that Redis is down, and go on when it is back',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'e-urzad-queue-'));
    const place = { port: await freePort(), data: join(folder, 'data'), log: join(folder, 'redis.log') };
    const first = (await startRedis(place))!;
    const queues = await openQueues({ databaseUrl: '', redisUrl: first.address, onError: () => undefined });
    await queues.add('hurry', 'a', {});
    await first.stop();
    const began = Date.now();
    await expect(queues.add('hurry', 'b', {})).rejects.toThrow();
    await expect(queues.add('another', 'c', {})).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(3_000);
    const second = (await startRedis(place))!;
    const isBack = () =>
      queues.add('hurry', 'd', {}).then(
        () => true,
        () => false,
      );
    for (const end = Date.now() + 15_000; !(await isBack()) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await queues.add('hurry', 'e', {});
    await queues.add('another', 'f', {});
    await queues.close();
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  40_000,
);
