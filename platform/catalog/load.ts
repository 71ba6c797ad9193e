import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { answersHash } from '#forms/answers-hash';
import type { Json } from '#forms/form';
import type { Db } from '../database/database.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Trx } from '../database/in-transaction.ts';
import type { Bundle } from './bundle.ts';
import { CatalogError, readServiceFolder, serviceFolders } from './read-folder.ts';

type Problem = { elementId: string | null; message: { pl: string; en: string } };

/** `engine/compile` is handed in, for this room knows no kernel. */
export type CompileBundle = (
  bundle: Bundle,
) => Promise<{ ok: true; plan: unknown } | { ok: false; problems: Problem[] }>;

export type LoadedService = { serviceId: string; version: number; isNew: boolean };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Publishes what the catalog holds. Content that was never published becomes the next version; a published one never changes. */
export const loadCatalog = async (db: Db, catalog: string, compile: CompileBundle): Promise<LoadedService[]> => {
  const loaded: LoadedService[] = [];
  for (const name of await serviceFolders(catalog)) {
    const bundle = await readServiceFolder(join(catalog, name));
    loaded.push(await publish(db, bundle, compile));
  }
  return loaded;
};

/** Makes the bundle its service's current version. */
export const publish = async (db: Db, bundle: Bundle, compile: CompileBundle): Promise<LoadedService> => {
  const compiled = await compile(bundle);
  if (!compiled.ok) throw new CatalogError(describe(bundle, compiled.problems));
  // The plan counts too: a newer compiler may read the same folder anew.
  const hash = answersHash({ bundle, plan: compiled.plan } as unknown as Json, sha256);
  const serviceId = bundle.service.id;
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`service/${serviceId}`}))`.execute(trx);
    const known = await trx
      .selectFrom('service_versions')
      .select(['version', 'hash'])
      .where('service_id', '=', serviceId)
      .orderBy('version', 'desc')
      .execute();
    const same = known.find((row) => row.hash === hash);
    const version = same?.version ?? (known[0]?.version ?? 0) + 1;
    if (!same) await insertVersion(trx, { serviceId, version, hash, bundle, plan: compiled.plan });
    await trx
      .insertInto('services')
      .values({ id: serviceId, current_version: version })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ current_version: version }))
      .execute();
    return { serviceId, version, isNew: !same };
  });
};

type NewVersion = { serviceId: string; version: number; hash: string; bundle: Bundle; plan: unknown };

const insertVersion = (trx: Trx, { serviceId, version, hash, bundle, plan }: NewVersion) =>
  trx
    .insertInto('service_versions')
    .values({ service_id: serviceId, version, hash, bundle: JSON.stringify(bundle), plan: JSON.stringify(plan) })
    .execute();

const describe = (bundle: Bundle, problems: Problem[]): string =>
  [
    `${bundle.service.id}/process.bpmn is not usable:`,
    ...problems.map(({ elementId, message }) => `  ${elementId ?? '(whole)'}: ${message.en}`),
  ].join('\n');
