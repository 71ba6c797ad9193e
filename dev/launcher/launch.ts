import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireFreePort } from '../services/ports.ts';
import { shelterOf } from '../services/postgres-home.ts';
import { startPostgres } from '../services/postgres.ts';
import { startTemporal } from '../services/temporal.ts';
import { build } from './build.ts';
import { answersAt, ensureDatabase, isPolled, runProgram, startProgram } from './office.ts';
import { onlyOne } from './only-one.ts';
import { step, tell } from './progress.ts';
import { officeEnvironment, readSettings, type Settings } from './settings.ts';
import { Supervisor } from './supervisor.ts';
import { welcome } from './welcome.ts';

/** Removes what the office remembers; a Temporal that was built here is kept. */
const reset = ({ folder }: Settings): void => {
  for (const name of readdirSync(folder)) {
    if (!['bin', 'launcher.pid', 'session-secret'].includes(name))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  rmSync(shelterOf(join(folder, 'postgres')), { recursive: true, force: true });
};

/** Before anything is started: a port in use is the commonest reason why a start fails. */
const requirePorts = async ({ ports }: Settings): Promise<void> => {
  await requireFreePort(ports.api, 'the office (API and pages)', 'PORT');
  await requireFreePort(ports.simulators, 'the simulators of outside systems', 'SIMULATOR_PORT');
  await requireFreePort(ports.smtp, 'the simulator of the mail server', 'SMTP_PORT');
};

const startEverything = async (settings: Settings, supervisor: Supervisor): Promise<void> => {
  const { folder, ports, baseUrl } = settings;
  const log = (name: string) => join(folder, 'logs', `${name}.log`);
  const postgres = () =>
    startPostgres({
      address: process.env.DATABASE_URL,
      data: join(folder, 'postgres'),
      port: ports.postgres,
      log: log('postgres'),
    });
  const temporal = () =>
    startTemporal({
      address: process.env.TEMPORAL_ADDRESS,
      port: ports.temporal,
      pagesPort: ports.temporalPages,
      database: join(folder, 'temporal.db'),
      programs: join(folder, 'bin'),
      log: log('temporal'),
      tell: (line) => tell(`  ${line}`),
    });
  const whence = { environment: 'from the environment', path: 'found on this machine', package: 'from a package' };

  const [database, temporalServer] = await Promise.all([
    step(
      'Postgres',
      () => supervisor.keep('Postgres', postgres),
      ({ origin }) => whence[origin],
    ),
    step(
      'Temporal',
      () => supervisor.keep('Temporal', temporal),
      ({ origin }) => whence[origin],
    ),
    step('build', build, (parts) => parts),
  ]);
  const databaseUrl = process.env.DATABASE_URL ?? (await ensureDatabase(database.address, 'e_urzad'));
  const env = officeEnvironment(settings, databaseUrl, temporalServer.address);
  const keep = (name: string, program: string, isReady: () => Promise<boolean>) =>
    step(name, () => supervisor.keep(name, () => startProgram(name, program, env, isReady)));

  await keep('simulators', 'dev/simulators/main', answersAt(`http://127.0.0.1:${ports.simulators}/health`));
  await step(
    'tables and demo city',
    () => runProgram('dev/city/main', env),
    (said) => said,
  );
  const worker = () =>
    startProgram('worker', 'activities/main', env, isPolled(temporalServer.address, 'e-urzad', Date.now()));
  await Promise.all([
    step('worker', () => supervisor.keep('worker', worker)),
    keep('API', 'api/main', answersAt(`http://127.0.0.1:${ports.api}/api/health`)),
  ]);
  tell(welcome({ baseUrl, ports, logs: join(folder, 'logs') }));
};

/** Starts the office on this machine and keeps it running until a signal ends it. */
export const launch = async (args: readonly string[]): Promise<void> => {
  const unknown = args.filter((argument) => argument !== '--reset');
  if (unknown.length) {
    console.error(`Unknown: ${unknown.join(' ')}. There is one option: npm start -- --reset (begins anew).`);
    process.exit(1);
  }
  const supervisor = new Supervisor();
  let release = () => {};
  let isStopping = false;
  const stop = async (code: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await supervisor.stop();
    release();
    process.exit(code);
  };
  // A closed terminal must not end the launcher before its children.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isStopping) tell('\nstopping …');
      void stop(0);
    });
  }
  stopWithNpm(() => void stop(0));
  const fail = (error: unknown) => {
    if (!isStopping) console.error(`\n✖ ${error instanceof Error ? error.message : String(error)}`);
    void stop(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  try {
    const settings = readSettings();
    release = onlyOne(settings.folder);
    await requirePorts(settings);
    if (args.includes('--reset')) reset(settings);
    await startEverything(settings, supervisor);
  } catch (error) {
    fail(error);
  }
};

/** When npm itself is killed, nobody is left to send Ctrl-C to. */
const stopWithNpm = (stop: () => void): void => {
  if (!process.env.npm_lifecycle_event || !existsSync('/proc')) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
};
