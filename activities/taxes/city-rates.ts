import { plainDateOf } from '#domain/calendar/plain-date';
import type { RateTable } from '#domain/tax/rates';
import { maximumRateTables } from '#domain/tax/rates';

/**
 * The city's rates of a year. The demo city's council took the maximum rates; for a year without a resolution the rates of
 * the year before go on (u.p.o.l. art. 20a ust. 1). Undefined for years before the first table.
 */
export const cityRates = (year: number): RateTable | undefined => {
  const table = maximumRateTables.findLast(({ validFrom }) => validFrom <= plainDateOf(year, 1, 1));
  if (!table || table.validTo >= plainDateOf(year, 1, 1)) return table;
  const legalBasis = `${table.legalBasis}; u.p.o.l. art. 20a ust. 1`;
  return { ...table, legalBasis, validTo: plainDateOf(year, 12, 31) };
};
