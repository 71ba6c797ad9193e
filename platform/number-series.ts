import { sql } from 'kysely';
import type { Trx } from './database/in-transaction.ts';

/** The next number of a yearly series, without gaps: the row stays locked until commit, and a rolled-back number is given again. */
export const nextNumber = async (trx: Trx, name: string, year: number): Promise<number> => {
  const row = await trx
    .insertInto('number_series')
    .values({ name, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['name', 'year']).doUpdateSet({ last: sql<number>`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
};

/** Number of an official receipt: `EU/2026/000123`. */
export const nextReceiptNumber = async (trx: Trx, year: number): Promise<string> =>
  `EU/${year}/${String(await nextNumber(trx, 'receipt', year)).padStart(6, '0')}`;
