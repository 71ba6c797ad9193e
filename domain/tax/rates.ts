import type { PlainDate } from '../calendar/plain-date.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { DomainError } from '../errors.ts';
import { compare, decimal } from '../rational.ts';
import type { Unit } from './derivation.ts';

/** What a property-tax rate is for, with its unit and its place in art. 5 ust. 1 u.p.o.l. */
export const propertyCategories = {
  land_business: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 1 lit. a' },
  land_water: { unit: 'ha', article: 'u.p.o.l. art. 5 ust. 1 pkt 1 lit. b' },
  land_other: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 1 lit. c' },
  land_revitalisation: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 1 lit. d' },
  residential: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. a' },
  business: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. b' },
  seed_trade: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. c' },
  health: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. d' },
  other: { unit: 'm2', article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. e' },
  structure: { unit: 'zl', article: 'u.p.o.l. art. 5 ust. 1 pkt 3' },
} as const satisfies Record<string, { unit: Unit; article: string }>;

export type PropertyCategory = keyof typeof propertyCategories;

/** Rates of property tax with the days on which they hold: złote a unit and year as decimals, `0.02` for structures. */
export type RateTable = {
  readonly legalBasis: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly rates: Readonly<Partial<Record<PropertyCategory, string>>>;
};

const columns: readonly PropertyCategory[] = [
  'land_business',
  'land_water',
  'land_other',
  'land_revitalisation',
  'residential',
  'business',
  'seed_trade',
  'health',
  'other',
  'structure',
];

const maximum = (year: number, legalBasis: string, row: string): RateTable => {
  const values = row.split(' ');
  return {
    legalBasis: `u.p.o.l. art. 5 ust. 1 i art. 20; ${legalBasis}`,
    validFrom: plainDate(`${year}-01-01`),
    validTo: plainDate(`${year}-12-31`),
    rates: Object.fromEntries(columns.map((category, index) => [category, values[index]])),
  };
};

/** The highest rates that a council may set, by year, in the order of `columns`. */
export const maximumRateTables: readonly RateTable[] = [
  maximum(
    2024,
    'obwieszczenie MF, górne granice stawek na rok 2024',
    '1.34 6.66 0.71 4.39 1.15 33.10 15.50 6.76 11.17 0.02',
  ),
  maximum(
    2025,
    'obwieszczenie MF, górne granice stawek na rok 2025',
    '1.38 6.84 0.73 4.51 1.19 34.00 15.92 6.95 11.48 0.02',
  ),
  maximum(
    2026,
    'obwieszczenie MFiG z 1.08.2025, górne granice stawek na rok 2026',
    '1.45 7.15 0.77 4.72 1.25 35.53 16.64 7.27 12.00 0.02',
  ),
];

/** The table that holds on a day, or undefined. */
export const rateTableOn = <Table extends { validFrom: PlainDate; validTo: PlainDate }>(
  tables: readonly Table[],
  day: PlainDate,
): Table | undefined => tables.find(({ validFrom, validTo }) => validFrom <= day && day <= validTo);

/** The highest lawful rates of a year; throws `rate-missing` for a year without an announced table. */
export const maximumRates = (year: number): RateTable => {
  const table = rateTableOn(maximumRateTables, plainDate(`${year}-01-01`));
  if (!table) throw new DomainError('rate-missing', { year });
  return table;
};

/** The categories in which a council's table breaks the year's maximum (u.p.o.l. art. 5 ust. 1); empty for a lawful table. */
export const ratesAboveMaximum = (table: RateTable, year: number): readonly PropertyCategory[] => {
  const highest = maximumRates(year).rates;
  return columns.filter((category) => {
    const [rate, limit] = [table.rates[category], highest[category]];
    return rate !== undefined && limit !== undefined && compare(decimal(rate), decimal(limit)) > 0;
  });
};
