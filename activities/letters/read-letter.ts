import { sql } from 'kysely';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';

/** A letter with its party, and its case and service when it has them. */
export const readLetter = (db: Db | Trx, letterId: string) =>
  db
    .selectFrom('letters as l')
    .innerJoin('parties as p', 'p.id', 'l.party_id')
    .leftJoin('cases as c', 'c.id', 'l.case_id')
    .leftJoin('service_versions as v', (join) =>
      join.onRef('v.service_id', '=', 'c.service_id').onRef('v.version', '=', 'c.service_version'),
    )
    .selectAll('l')
    .select(['p.name as party_name', 'p.address as party_address', 'p.pesel', 'p.nip', 'p.e_delivery_address'])
    .select(['p.kind as party_kind', 'c.title as case_title'])
    .select(sql<string | null>`v.bundle->'service'->'records'->>'jrwa'`.as('jrwa'))
    .where('l.id', '=', letterId)
    .executeTakeFirstOrThrow();
