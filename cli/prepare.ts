import { loadCatalog } from '#platform/catalog/load';
import type { Config } from '#platform/config';
import type { Db } from '#platform/database/database';
import { migrateToLatest } from '#platform/database/migrate';
import { compileBundle } from './compile-bundle.ts';

/** Brings the tables and the published services up to date; says what it did. Doing it again changes nothing. */
export const prepare = async (db: Db, { catalogDir }: Pick<Config, 'catalogDir'>): Promise<string> => {
  const migrations = await migrateToLatest(db);
  const services = await loadCatalog(db, catalogDir, compileBundle);
  const published = services.filter(({ isNew }) => isNew).map(({ serviceId, version }) => `${serviceId} v${version}`);
  const parts = [
    migrations.length ? `migrated ${migrations.join(', ')}` : '',
    published.length ? `published ${published.join(', ')}` : '',
  ];
  return parts.filter(Boolean).join('; ') || 'up to date';
};
