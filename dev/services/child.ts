import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath } from './programs.ts';

/** A server that runs, wherever it came from. `exited` never settles for one that we did not start. */
export type RunningService = {
  address: string;
  origin: 'environment' | 'path' | 'package';
  exited: Promise<string>;
  stop(): Promise<void>;
};

export type Child = { pid: number; exited: Promise<string>; stop(): Promise<void>; lastLines(): string };

export type ChildOptions = {
  log: string;
  env?: NodeJS.ProcessEnv;
  user?: { uid: number; gid: number };
  stopSignal?: NodeJS.Signals;
  stopWithin?: number;
};

const describeExit = (code: number | null, signal: string | null) =>
  signal ? `signal ${signal}` : `exit code ${code}`;

/**
 * Starts a program whose output goes to a log file. It has its own process group, so that Ctrl-C reaches the launcher
 * alone and children stop in order; the kernel ends it if the launcher itself is killed.
 */
export const startChild = (program: string, args: readonly string[], options: ChildOptions): Child => {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = openSync(options.log, 'a');
  const setpriv = process.platform === 'linux' ? findOnPath('setpriv') : undefined;
  const command = setpriv ? [setpriv, '--pdeathsig', 'SIGTERM', program, ...args] : [program, ...args];
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', log, log],
    detached: true,
    env: options.env ?? process.env,
    ...options.user,
  });
  closeSync(log);
  let isOver = false;
  const exited = new Promise<string>((resolve) => {
    const over = (how: string) => {
      isOver = true;
      resolve(how);
    };
    child.once('error', (error) => over(error.message));
    child.once('exit', (code, signal) => over(describeExit(code, signal)));
  });
  const stop = async () => {
    if (isOver) return;
    child.kill(options.stopSignal ?? 'SIGTERM');
    const late = new AbortController();
    const limit = wait(options.stopWithin ?? 10_000, 'late', { signal: late.signal }).catch(() => 'over');
    if ((await Promise.race([exited, limit])) === 'late') child.kill('SIGKILL');
    late.abort();
    await exited;
  };
  const lastLines = () => readFileSync(options.log, 'utf8').trim().split('\n').slice(-15).join('\n');
  return { pid: child.pid ?? 0, exited, stop, lastLines };
};

/** Waits until `isReady` says so; throws with the end of the log when the child ends first or the time is over. */
export const untilReady = async (
  name: string,
  child: Child,
  isReady: () => Promise<boolean>,
  seconds = 60,
): Promise<void> => {
  let ended: string | undefined;
  void child.exited.then((how) => (ended = how));
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(100)) {
    if (ended) throw new Error(`${name} ended while starting (${ended}):\n${child.lastLines()}`);
    if (await isReady().catch(() => false)) return;
  }
  await child.stop();
  throw new Error(`${name} was not ready after ${seconds} s:\n${child.lastLines()}`);
};
