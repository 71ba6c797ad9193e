import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Bundle } from '#platform/catalog/bundle';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';

export type Version = { serviceId: string; version: number; bundle: Bundle };

/** Published versions. They never change, so each is read from Postgres once and kept. */
@Injectable()
export class ServicesRepository {
  private readonly kept = new Map<string, Bundle>();

  constructor(@Inject(DATABASE) private readonly db: Db) {}

  /** Current versions whose title, promise, keywords or category hold every word, whatever its diacritics and case. */
  async search(words: string[]): Promise<Version[]> {
    let query = this.db
      .selectFrom('services as s')
      .innerJoin('service_versions as v', (join) =>
        join.onRef('v.service_id', '=', 's.id').onRef('v.version', '=', 's.current_version'),
      )
      .select(['v.service_id as serviceId', 'v.version'])
      .orderBy(sql`v.bundle #>> '{service,title,pl}'`);
    const searched = sql<string>`unaccent(lower(concat_ws(' ', v.bundle #> '{service,title}', v.bundle #> '{service,promise}',
      v.bundle #> '{service,keywords}', v.bundle #>> '{service,category}')))`;
    for (const word of words)
      query = query.where(
        sql<boolean>`${searched} like '%' || unaccent(lower(${word.replace(/[\\%_]/g, '\\$&')})) || '%'`,
      );
    const found = await query.execute();
    return Promise.all(
      found.map(async (row) => ({ ...row, bundle: (await this.bundle(row.serviceId, row.version))! })),
    );
  }

  /** The version that a new draft starts on, or null when the office has no such service. */
  async current(serviceId: string): Promise<Version | null> {
    const row = await this.db
      .selectFrom('services')
      .where('id', '=', serviceId)
      .select('current_version as version')
      .executeTakeFirst();
    const bundle = row && (await this.bundle(serviceId, row.version));
    return bundle ? { serviceId, version: row.version, bundle } : null;
  }

  async bundle(serviceId: string, version: number): Promise<Bundle | null> {
    const key = `${serviceId}/${version}`;
    const kept = this.kept.get(key);
    if (kept) return kept;
    const row = await this.db
      .selectFrom('service_versions')
      .where('service_id', '=', serviceId)
      .where('version', '=', version)
      .select('bundle')
      .executeTakeFirst();
    if (!row) return null;
    const bundle = row.bundle as Bundle;
    this.kept.set(key, bundle);
    return bundle;
  }
}
