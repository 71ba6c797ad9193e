import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // Numbers of processes are used again: it must be a launcher.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.js');
  } catch {
    return true;
  }
};

/** Two launchers on one folder would tear its data apart. Returns what gives the folder free again. */
export const onlyOne = (folder: string): (() => void) => {
  const file = join(folder, 'launcher.pid');
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && runs(pid)) {
      throw new Error(`e-Urząd runs already from this folder (process ${pid}). Stop it with Ctrl-C or: kill ${pid}`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
};
