import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a simulator remembers, in a JSON file, so that a restart of it loses nothing that it confirmed. */
export type StateFile<T> = { state: T; save(): void };

export const stateFile = <T extends object>(path: string, empty: T): StateFile<T> => {
  mkdirSync(dirname(path), { recursive: true });
  let state = empty;
  try {
    state = { ...empty, ...(JSON.parse(readFileSync(path, 'utf8')) as T) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const save = () => {
    // Written beside and renamed: a kill in mid-write leaves the old state, not half of the new.
    writeFileSync(`${path}.new`, JSON.stringify(state, null, 1));
    renameSync(`${path}.new`, path);
  };
  return { state, save };
};
