import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { startChild, untilReady, type RunningService } from '../services/child.ts';

const run = promisify(execFile);
const argumentsOf = (program: string) => ['--conditions=production', '--enable-source-maps', `dist/${program}.js`];

/** One of the office's own programs, started and ready. */
export const startProgram = async (
  name: string,
  program: string,
  env: NodeJS.ProcessEnv,
  isReady: () => Promise<boolean>,
): Promise<RunningService> => {
  const log = join(env.DATA_DIR ?? '.data', 'logs', `${name}.log`);
  // The worker lets running activities finish, for ten seconds.
  const child = startChild(process.execPath, argumentsOf(program), { log, env, stopWithin: 15_000 });
  await untilReady(name, child, isReady, 90);
  return { address: '', origin: 'package', exited: child.exited, stop: child.stop };
};

/** Runs one of the office's programs to its end and gives what it printed. */
export const runProgram = async (program: string, env: NodeJS.ProcessEnv): Promise<string> => {
  try {
    const { stdout } = await run(process.execPath, argumentsOf(program), { env, maxBuffer: 16 << 20 });
    return stdout.trim();
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error((stderr || stdout || message).trim().split('\n').slice(-30).join('\n'), { cause: error });
  }
};

export const answersAt = (url: string) => async (): Promise<boolean> =>
  (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;

/** True as soon as a worker that started after `since` asks this queue for work. */
export const isPolled = (address: string, queue: string, since: number) => async (): Promise<boolean> => {
  const connection = await Connection.connect({ address });
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace: 'default',
      taskQueue: { name: queue },
      taskQueueType: 1,
    });
    return (pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000 >= since - 1000);
  } finally {
    await connection.close();
  }
};

/** The office's database on a server that may be new. */
export const ensureDatabase = async (server: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};
