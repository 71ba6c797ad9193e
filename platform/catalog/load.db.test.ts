import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migratedDatabase } from '#dev/testing/migrated-database';
import type { Db } from '../database/database.ts';
import { fromRoot } from '../project-root.ts';
import type { Bundle } from './bundle.ts';
import type { CompileBundle } from './load.ts';
import { loadCatalog } from './load.ts';

const id = 'podatek-od-nieruchomosci';
let db: Db;
let close: () => Promise<void>;
let catalog: string;
beforeAll(async () => {
  ({ db, close } = await migratedDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  catalog = await mkdtemp(join(tmpdir(), 'catalog-'));
  await cp(fromRoot('catalog'), catalog, { recursive: true });
});

const compile: CompileBundle = async ({ process }) => ({ ok: true, plan: { length: process.length } });
const load = () => loadCatalog(db, catalog, compile);
const edit = async (file: string, change: (text: string) => string): Promise<void> => {
  const path = join(catalog, id, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
};

describe('loading the catalog', () => {
  it('publishes each service once, and changed content as the next version', async () => {
    expect(await load()).toContainEqual({ serviceId: id, version: 1, isNew: true });
    expect(await load()).toContainEqual({ serviceId: id, version: 1, isNew: false });
    await edit('article.pl.md', (text) => `${text}\nNowe zdanie.\n`);
    expect(await load()).toContainEqual({ serviceId: id, version: 2, isNew: true });
    const { bundle } = await db
      .selectFrom('service_versions')
      .select('bundle')
      .where('version', '=', 1)
      .executeTakeFirstOrThrow();
    expect((bundle as Bundle).article.pl).not.toContain('Nowe zdanie.');
  });

  it('goes back to a published version when the content does', async () => {
    expect(await load()).toContainEqual({ serviceId: id, version: 1, isNew: false });
    const { current_version } = await db.selectFrom('services').selectAll().executeTakeFirstOrThrow();
    expect(current_version).toBe(1);
  });

  it('keeps a published version as it is, whoever asks', async () => {
    await expect(db.updateTable('service_versions').set({ hash: 'x' }).execute()).rejects.toThrow(/append-only/);
  });

  it('takes both of two replicas that load at the same time', async () => {
    await edit('article.en.md', (text) => `${text}\nA new sentence.\n`);
    const both = (await Promise.all([load(), load()])).flat();
    expect(both.map(({ version }) => version)).toEqual([3, 3]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });
});

describe('a folder that is not usable', () => {
  it('is named with the file and what is wrong', async () => {
    await edit('service.json', (text) => text.replace('"reviewedOn"', '"lastReview"'));
    await expect(load()).rejects.toThrow(/service\.json is not usable:[\s\S]*reviewedOn/);
  });

  it('misses no file in silence, and no broken one', async () => {
    await edit('form.ui.json', () => '{');
    await expect(load()).rejects.toThrow(/form\.ui\.json/);
    await rm(join(catalog, id, 'form.ui.json'));
    await expect(load()).rejects.toThrow(/form\.ui\.json: cannot be read/);
  });

  it('is not published when its process does not compile', async () => {
    const refuse: CompileBundle = async () => ({
      ok: false,
      problems: [{ elementId: 'verify', message: { pl: 'Brak grupy', en: 'No group' } }],
    });
    await expect(loadCatalog(db, catalog, refuse)).rejects.toThrow(/verify: No group/);
  });
});
