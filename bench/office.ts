import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { prepare } from '../cli/prepare.ts';
import { loadPeople } from '#dev/city/load';
import { answersAt, ensureDatabase, isPolled } from '#dev/launcher/office';
import { officeEnvironment } from '#dev/launcher/settings';
import { startChild, untilReady } from '#dev/services/child';
import type { Child } from '#dev/services/child';
import { freePort } from '#dev/services/ports';
import { postgresUser } from '#dev/services/postgres-home';
import { startPostgres } from '#dev/services/postgres';
import { startTemporal } from '#dev/services/temporal';
import { openDatabase } from '#platform/database/database';
import { fromRoot } from '#platform/project-root';
import { taskQueue } from '#workflows/messages';

const fromSource = (program: string) => ['--import', '@swc-node/register/esm-register', fromRoot(`${program}.ts`)];

/** Processor time that a process has used, in milliseconds, where the system tells it (Linux counts in hundredths of a second). */
const processorMsOf = (pid: number): number | undefined => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/**
 * An office of its own, as `npm start` has it but without API and pages: Postgres and Temporal that keep what they are told,
 * the simulators and the worker, each one a process.
 */
export const openBenchOffice = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-bench-'));
  const user = postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of closing.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void close().finally(() => process.exit(130)));
  const log = (name: string) => join(folder, 'logs', `${name}.log`);
  const startProgram = async (
    name: string,
    program: string,
    env: NodeJS.ProcessEnv,
    isReady: () => Promise<boolean>,
  ) => {
    const child: Child = startChild(process.execPath, fromSource(program), { log: log(name), env, stopWithin: 15_000 });
    closing.push(child.stop);
    await untilReady(name, child, isReady, 90);
    return child;
  };

  try {
    const postgres = await startPostgres({
      data: join(folder, 'postgres'),
      port: await freePort(),
      log: log('postgres'),
    });
    closing.push(postgres.stop);
    const temporal = await startTemporal({
      port: await freePort(),
      database: join(folder, 'temporal.db'),
      programs: fromRoot('.data/bin'),
      log: log('temporal'),
      tell: (line) => console.log(`  ${line}`),
    });
    closing.push(temporal.stop);

    const [simulators, smtp, api] = [await freePort(), await freePort(), await freePort()];
    const ports = { api, postgres: 0, temporal: 0, temporalPages: 0, simulators, smtp };
    const url = await ensureDatabase(postgres.address, 'bench');
    const settings = {
      folder,
      ports,
      baseUrl: `http://localhost:${api}`,
      sessionSecret: 'no-session-is-opened-in-the-bench',
    };
    const env = {
      ...officeEnvironment(settings, url, temporal.address),
      FILES_DIR: join(folder, 'files'),
      WORKFLOW_BUNDLE: join(folder, 'workflows.js'),
      LOG_LEVEL: 'warn',
    };
    const db = openDatabase(url, { pool: 25 });
    closing.push(() => db.destroy());
    await prepare(db, { catalogDir: fromRoot('catalog') });
    await loadPeople(db);

    await startProgram('simulators', 'dev/simulators/main', env, answersAt(`http://127.0.0.1:${simulators}/health`));
    const workflowsPath = fromRoot('bench/workflows.ts');
    const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
    writeFileSync(env.WORKFLOW_BUNDLE, code);
    const polled = isPolled(temporal.address, taskQueue, Date.now());
    const worker = await startProgram('worker', 'activities/main', env, polled);

    const connection = await Connection.connect({ address: temporal.address });
    closing.push(() => connection.close());
    return {
      db,
      client: new Client({ connection }),
      workerMs: () => processorMsOf(worker.pid),
      workerLog: worker.lastLines,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
export type BenchOffice = Awaited<ReturnType<typeof openBenchOffice>>;
