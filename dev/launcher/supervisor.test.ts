import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { startChild, untilReady, type RunningService } from '../services/child.ts';
import { Supervisor } from './supervisor.ts';

const folder = mkdtempSync(join(tmpdir(), 'e-urzad-supervisor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => Boolean(said.push(String(line).trim())));
});
afterEach(() => void jest.restoreAllMocks());

const pids: number[] = [];
const sleeper = (name: string) => (): Promise<RunningService> => {
  const child = startChild(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { log: join(folder, name) });
  pids.push(child.pid);
  return Promise.resolve({ address: '', origin: 'package', exited: child.exited, stop: child.stop });
};
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const until = async (isTrue: () => boolean) => {
  for (let turn = 0; turn < 100 && !isTrue(); turn++) await wait(50);
};

it('starts a program again that was killed, says so, and leaves none behind when it stops', async () => {
  const supervisor = new Supervisor();
  await supervisor.keep('first', sleeper('first'));
  await supervisor.keep('second', sleeper('second'));
  process.kill(pids[0]!, 'SIGKILL');
  await until(() => said.includes('✔ first runs again'));
  expect(said).toEqual(['⚠ first ended (signal SIGKILL); starting it again in 0.5 s', '✔ first runs again']);
  expect(pids.slice(1).every(isAlive)).toBe(true);
  await supervisor.stop();
  expect(pids.some(isAlive)).toBe(false);
  expect(said.slice(2)).toEqual(['second stopped', 'first stopped']);
});

it('kills a program that does not want to stop', async () => {
  const script = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)';
  const child = startChild(process.execPath, ['-e', script], { log: join(folder, 'stubborn'), stopWithin: 200 });
  await untilReady('stubborn', child, () => Promise.resolve(child.lastLines().includes('up')), 20);
  await child.stop();
  expect(await child.exited).toBe('signal SIGKILL');
});

it('shows the end of the log of a program that fails to start', async () => {
  const child = startChild(process.execPath, ['-e', 'console.log("no such table"); process.exit(3)'], {
    log: join(folder, 'failing'),
  });
  await expect(untilReady('worker', child, () => Promise.resolve(false), 20)).rejects.toThrow(
    /worker ended while starting \(exit code 3\):\nno such table/,
  );
});
