import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#dev/services/ports';
import { findOnPath } from '#dev/services/programs';
import { startRedis } from '#dev/services/redis';
import { Redis } from 'ioredis';
import { signInAs } from '../support/caller.ts';
import { openCity } from '../support/city.ts';
import { crash } from '../support/crash.ts';
import { caseOf, file, finish, prepare, take, type Filed } from './casework.ts';
import { eachFiledOnce, nothingWaits, openStore } from './reckoning.ts';

/** A city whose jobs run on Redis: the queue is emptied, then Redis is killed and comes back empty. The sweep of the outbox does the rest. */
export const throughRedis = async (): Promise<void> => {
  if (!findOnPath('redis-server')) return console.log('  no redis-server on the PATH: passed over');
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-redis-'));
  const port = await freePort();
  const start = (data: string) => startRedis({ port, data: join(folder, data), log: join(folder, 'redis.log') });
  let redis = (await start('first'))!;
  const city = await openCity({ REDIS_URL: redis.address });
  const store = openStore(city);
  const filed: Filed[] = [];
  try {
    const anna = await signInAs(city, 'resident', '85831401248');
    const clerk = await signInAs(city, 'staff', 'k.zielinska');
    const head = await signInAs(city, 'staff', 'b.krol');

    // With Temporal dead each message becomes a job; then the jobs are gone.
    const temporal = crash(city.launcher, 'temporal', { isHeld: true });
    filed.push(await file(anna, await prepare(anna)));
    const queue = new Redis(redis.address);
    assert.ok((await queue.keys('bull:outbox:*')).length > 0, 'the message waits as a job');
    await queue.flushall();
    queue.disconnect();
    await temporal.back();
    const first = await caseOf(anna, filed[0]!);

    const task = await take(clerk, first);
    crash(process.pid, 'redis');
    await redis.exited;
    const down = await anna.ask('GET', '/ready');
    assert.deepEqual([down.status, down.body.dependencies.queue.status], [503, 'down']);
    assert.equal(await finish(clerk, task, 'accept'), 1, 'the clerk notices nothing');
    filed.push(await file(anna, await prepare(anna)));
    await take(head, first);
    await caseOf(anna, filed[1]!);

    redis = (await start('second'))!;
    filed.push(await file(anna, await prepare(anna)));
    await caseOf(anna, filed[2]!);
    await nothingWaits(store);
    await eachFiledOnce(city, store, filed);
  } catch (error) {
    console.error(city.account());
    throw error;
  } finally {
    await store.close();
    await city.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
