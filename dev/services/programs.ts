import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of the given places that holds a program we may run. */
export const firstExecutable = (paths: readonly string[]): string | undefined => paths.find(isExecutable);

/** Where a program stands on the PATH, if it does. */
export const findOnPath = (name: string): string | undefined =>
  firstExecutable((process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
