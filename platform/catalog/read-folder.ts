import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundle, serviceFile } from './bundle.ts';
import type { Bundle, FormFiles } from './bundle.ts';

/** What stands in the way of taking a service in: the file, and what is wrong with it. */
export class CatalogError extends Error {
  override name = 'CatalogError';
}

const read = async (folder: string, file: string): Promise<string> => {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch (error) {
    throw new CatalogError(`${join(basename(folder), file)}: cannot be read.`, { cause: error });
  }
};

const readJson = async (folder: string, file: string): Promise<unknown> => {
  const text = await read(folder, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CatalogError(`${join(basename(folder), file)}: ${(error as Error).message}`, { cause: error });
  }
};

const filesIn = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );

const readForm = async (folder: string, stem: string): Promise<unknown> => ({
  schema: await readJson(folder, `${stem}.schema.json`),
  ui: await readJson(folder, `${stem}.ui.json`),
  texts: { pl: await readJson(folder, `${stem}.texts.pl.json`), en: await readJson(folder, `${stem}.texts.en.json`) },
});

/** Files of a subfolder by their name without the ending. */
const readAll = async (folder: string, ending: string): Promise<Record<string, string>> => {
  const names = (await filesIn(folder)).filter((name) => name.endsWith(ending));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name.slice(0, -ending.length), await read(folder, name)] as const)),
  );
};

const readTasks = async (folder: string): Promise<Record<string, unknown>> => {
  const ending = '.schema.json';
  const names = (await filesIn(folder)).filter((name) => name.endsWith(ending));
  const keys = names.map((name) => name.slice(0, -ending.length));
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await readForm(folder, key)] as const)));
};

/** A service's folder as one checked value. */
export const readServiceFolder = async (folder: string): Promise<Bundle> => {
  const service = serviceFile.safeParse(await readJson(folder, 'service.json'));
  const name = basename(folder);
  const fail = (file: string, issues: { path: PropertyKey[]; message: string }[]): never => {
    const lines = issues.map(({ path, message }) => `  ${path.map(String).join('.') || '(whole)'}: ${message}`);
    throw new CatalogError(`${join(name, file)} is not usable:\n${lines.join('\n')}`);
  };
  if (!service.success) return fail('service.json', service.error.issues);
  if (service.data.id !== name) return fail('service.json', [{ path: ['id'], message: `must be "${name}"` }]);
  const whole = bundle.safeParse({
    service: service.data,
    article: { pl: await read(folder, 'article.pl.md'), en: await read(folder, 'article.en.md') },
    form: (await readForm(folder, 'form')) as FormFiles,
    tasks: await readTasks(join(folder, 'tasks')),
    process: await read(folder, 'process.bpmn'),
    decisions: await readAll(join(folder, 'decisions'), '.dmn'),
    letters: await readAll(join(folder, 'letters'), '.typ'),
  });
  return whole.success ? whole.data : fail('', whole.error.issues);
};

/** Folders of services: those with a `service.json`; `office/` has letters alone. */
export const serviceFolders = async (catalog: string): Promise<string[]> => {
  const folders = (await readdir(catalog, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const named = await Promise.all(
    folders.map(async ({ name }) => ((await filesIn(join(catalog, name))).includes('service.json') ? [name] : [])),
  );
  return named.flat().sort();
};
