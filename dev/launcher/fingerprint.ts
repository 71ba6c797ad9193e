import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const isTest = (name: string): boolean => /\.test\.tsx?$/.test(name);

const filesOf = (path: string): string[] => {
  const state = statSync(path, { throwIfNoEntry: false });
  if (!state) return [];
  if (!state.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => (isTest(name) || name.startsWith('.') ? [] : filesOf(join(path, name))));
};

/** What the given sources look like now; tests do not count. */
export const fingerprint = (paths: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/** Runs the work unless it was done for the very same sources and its output is still there. Says whether it ran. */
export const unlessDone = async (
  stamp: string,
  output: string,
  sources: readonly string[],
  work: () => Promise<void>,
): Promise<boolean> => {
  const now = fingerprint(sources);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
};
