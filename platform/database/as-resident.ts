import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Trx } from './in-transaction.ts';

/**
 * A transaction in which Postgres shows and takes only rows of the parties that the person may act for.
 * `office` runs a piece of the same transaction in the office's own role, for rows that no resident may touch.
 */
export const asResident = <T>(
  db: Db,
  personId: string,
  work: (trx: Trx, office: <O>(piece: () => Promise<O>) => Promise<O>) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('app.person_id', ${personId}, true)`.execute(trx);
    const toResident = () => sql`set local role eurzad_resident`.execute(trx);
    const asOffice = async <O>(piece: () => Promise<O>): Promise<O> => {
      await sql`set local role none`.execute(trx);
      const result = await piece();
      await toResident();
      return result;
    };
    await toResident();
    return work(trx, asOffice);
  });
