import { DomainError } from '../errors.ts';
import type { Rational } from '../rational.ts';
import { compare, decimal, multiply, roundHalfUpToZl, toDecimalString, zero } from '../rational.ts';
import { toZlString } from '../money.ts';
import type { DerivationStep, Share, TaxResult } from './derivation.ts';
import { monthsOfDuty, partOfYear, roundedTax, shareOf } from './derivation.ts';
import type { PropertyCategory, RateTable } from './rates.ts';
import { propertyCategories } from './rates.ts';

/** Usable area counts in full from 2.20 m, by half from 1.40 m and not at all below (u.p.o.l. art. 4 ust. 2). */
export type HeightFactor = '1' | '0.5' | '0';

/** One row of the tax base. */
export type PropertyItem = {
  readonly category: PropertyCategory;
  /** What it is, in the words of the filer; copied into the derivation. */
  readonly object?: string;
  /** m², or ha for `land_water`, as a decimal; for everything but structures. */
  readonly area?: string;
  /** Złote on 1 January, as a decimal; for structures. */
  readonly value?: string;
  readonly heightFactor?: HeightFactor;
  readonly share?: Share;
  /** Months of the year in which this row held; the whole period of the duty when absent. */
  readonly months?: number;
};

export type PropertyTaxInput = {
  readonly year: number;
  readonly items: readonly PropertyItem[];
  readonly rates: RateTable;
  /** First and last month of the duty in the year, 1–12; the whole year when absent. */
  readonly monthsFrom?: number;
  readonly monthsTo?: number;
};

const baseOf = (item: PropertyItem): string => {
  const isStructure = item.category === 'structure';
  const text = isStructure ? item.value : item.area;
  if (text === undefined) throw new DomainError('base-missing', { category: item.category });
  if (compare(decimal(text), zero) < 0) throw new DomainError('decimal-invalid', { text });
  // A value as tax base is rounded to full złote before the rate; areas never are (Ordynacja podatkowa, art. 63 § 1).
  return isStructure ? toZlString(roundHalfUpToZl(decimal(text))) : text;
};

const line = (
  item: PropertyItem,
  input: PropertyTaxInput,
  period: number,
): { exact: Rational; step: DerivationStep } => {
  const { category, heightFactor = '1', share = [1, 1], months = period } = item;
  const rate = input.rates.rates[category];
  if (rate === undefined) throw new DomainError('rate-missing', { category, year: input.year });
  if (!['0', '0.5', '1'].includes(heightFactor)) throw new DomainError('height-factor-invalid', { heightFactor });
  const base = baseOf(item);
  const exact = multiply(
    decimal(base),
    decimal(heightFactor),
    shareOf(share),
    decimal(rate),
    partOfYear(months, period),
  );
  const { unit, article } = propertyCategories[category];
  const amountExact = toDecimalString(exact, 6);
  return {
    exact,
    step: { object: item.object ?? '', category, base, unit, rate, heightFactor, share, months, amountExact, article },
  };
};

/** Property tax of one taxpayer for a year with its reckoning; nothing is rounded but the sum (u.p.o.l. art. 4–6; Ordynacja podatkowa, art. 63). */
export const propertyTax = (input: PropertyTaxInput): TaxResult => {
  const period = monthsOfDuty(input.monthsFrom ?? 1, input.monthsTo ?? 12);
  const { validFrom, validTo } = input.rates;
  if (validFrom > `${input.year}-12-31` || validTo < `${input.year}-01-01`)
    throw new DomainError('rate-missing', { year: input.year });
  return roundedTax(input.items.map((item) => line(item, input, period)));
};
