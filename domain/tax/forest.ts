import { DomainError } from '../errors.ts';
import { compare, decimal, multiply, one, toDecimalString, zero } from '../rational.ts';
import type { Share, TaxResult } from './derivation.ts';
import { monthsOfDuty, partOfYear, roundedTax, shareOf } from './derivation.ts';
import { priceOf, woodPrices } from './prices.ts';

export type ForestPlot = {
  /** Hectares as a decimal. */
  readonly hectares: string;
  /** Protective forests, nature reserves and national parks pay half. */
  readonly isProtective: boolean;
  readonly object?: string;
  readonly share?: Share;
  readonly months?: number;
};

export type ForestTaxInput = {
  readonly year: number;
  readonly plots: readonly ForestPlot[];
  /** Złote for a cubic metre where the council lowered it (u.p.l. art. 4 ust. 5). */
  readonly woodPrice?: string;
  readonly monthsFrom?: number;
  readonly monthsTo?: number;
};

/** Forest tax: the price of 0.220 m³ of wood for a hectare, half of it for protective forest (u.p.l. art. 4 ust. 1 and 3). */
export const forestTax = (input: ForestTaxInput): TaxResult => {
  const period = monthsOfDuty(input.monthsFrom ?? 1, input.monthsTo ?? 12);
  const fullRate = multiply(decimal('0.220'), decimal(input.woodPrice ?? priceOf(woodPrices, input.year).price));
  return roundedTax(
    input.plots.map(({ hectares, isProtective, object = '', share = [1, 1], months = period }) => {
      if (compare(decimal(hectares), zero) < 0) throw new DomainError('decimal-invalid', { hectares });
      const rate = multiply(fullRate, isProtective ? decimal('0.5') : one);
      const exact = multiply(decimal(hectares), shareOf(share), rate, partOfYear(months, period));
      const step = {
        object,
        category: isProtective ? 'forest_protective' : 'forest',
        base: hectares,
        unit: 'ha' as const,
        rate: toDecimalString(rate, 6).replace(/0{1,4}$/, ''),
        heightFactor: '1',
        share,
        months,
        amountExact: toDecimalString(exact, 6),
        article: isProtective ? 'u.p.l. art. 4 ust. 3' : 'u.p.l. art. 4 ust. 1',
      };
      return { exact, step };
    }),
  );
};
