import type { Db } from '../database/database.ts';
import type { Bundle } from './bundle.ts';

export type ServiceVersions = {
  /** The bundle of a version; undefined when there is none. */
  bundle(serviceId: string, version: number): Promise<Bundle | undefined>;
  /** The version that new drafts take. */
  current(serviceId: string): Promise<{ version: number; bundle: Bundle } | undefined>;
};

/** Reads published versions and keeps them in memory, for they never change. */
export const openServiceVersions = (db: Db, size = 100): ServiceVersions => {
  const kept = new Map<string, Bundle>();

  const bundle = async (serviceId: string, version: number): Promise<Bundle | undefined> => {
    const key = `${serviceId}/${version}`;
    const known = kept.get(key);
    if (known) return known;
    const row = await db
      .selectFrom('service_versions')
      .select('bundle')
      .where('service_id', '=', serviceId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row) return undefined;
    if (kept.size >= size) kept.delete(kept.keys().next().value!);
    kept.set(key, row.bundle as Bundle);
    return row.bundle as Bundle;
  };

  const current = async (serviceId: string) => {
    const row = await db
      .selectFrom('services')
      .select('current_version as version')
      .where('id', '=', serviceId)
      .executeTakeFirst();
    const found = row && (await bundle(serviceId, row.version));
    return found && { version: row.version, bundle: found };
  };

  return { bundle, current };
};
