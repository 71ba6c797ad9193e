import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const nearestPackage = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('No package.json stands above the program: it runs outside of its project.');
  return nearestPackage(parent);
};

/** The folder of package.json: the same whether the program runs from source or from `dist/`. */
export const projectRoot = nearestPackage(import.meta.dirname);

/** A path of the configuration; a relative one counts from the project's root, not from where the process was started. */
export const fromRoot = (path: string): string => resolve(projectRoot, path);
