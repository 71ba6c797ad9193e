import type { PlainDate } from '../calendar/plain-date.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { DomainError } from '../errors.ts';
import { rateTableOn } from './rates.ts';

/** A price announced by the President of Statistics Poland for one tax year. */
export type Price = {
  readonly price: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly legalBasis: string;
};

const prices = (legalBasis: string, byYear: Record<number, string>): readonly Price[] =>
  Object.entries(byYear).map(([year, price]) => ({
    price,
    validFrom: plainDate(`${year}-01-01`),
    validTo: plainDate(`${year}-12-31`),
    legalBasis: `${legalBasis}; komunikat Prezesa GUS na rok ${year}`,
  }));

/** Average purchase price of rye, złote for a decitonne (quintal). */
export const ryePrices: readonly Price[] = prices('u.p.r. art. 6 ust. 3', {
  2022: '61.48',
  2023: '74.05',
  2024: '89.63',
  2025: '86.34',
  2026: '66.42',
});

/** Average sale price of wood, złote for a cubic metre. */
export const woodPrices: readonly Price[] = prices('u.p.l. art. 4 ust. 4', {
  2024: '327.43',
  2025: '278.83',
  2026: '281.37',
});

/** The price of a year; throws `rate-missing` when none was announced. */
export const priceOf = (table: readonly Price[], year: number): Price => {
  const price = rateTableOn(table, plainDate(`${year}-01-01`));
  if (!price) throw new DomainError('rate-missing', { year });
  return price;
};
