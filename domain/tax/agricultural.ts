import { DomainError } from '../errors.ts';
import { compare, decimal, multiply, sum, toDecimalString, zero } from '../rational.ts';
import type { DerivationStep, Share, TaxResult } from './derivation.ts';
import { monthsOfDuty, partOfYear, roundedTax, shareOf } from './derivation.ts';
import type { LandUse, TaxDistrict } from './farm-land.ts';
import { conversionCoefficient, exemptSoilClasses } from './farm-land.ts';
import { priceOf, ryePrices } from './prices.ts';

export type FarmPlot = {
  readonly use: LandUse;
  readonly soilClass?: string;
  /** Physical hectares as a decimal with up to four digits. */
  readonly hectares: string;
  readonly object?: string;
  readonly share?: Share;
  readonly months?: number;
};

export type AgriculturalTaxInput = {
  readonly year: number;
  /** Whether the owner's agricultural land makes a farm: over 1 ha in all (u.p.r. art. 2 ust. 1). */
  readonly isFarm: boolean;
  readonly district: TaxDistrict;
  readonly plots: readonly FarmPlot[];
  /** Złote for a quintal where the council lowered it (u.p.r. art. 6 ust. 3). */
  readonly ryePrice?: string;
  readonly monthsFrom?: number;
  readonly monthsTo?: number;
};

const isTaxed = ({ soilClass, use }: FarmPlot): boolean =>
  use !== 'Lzr' && (soilClass === undefined || !exemptSoilClasses.includes(soilClass));

/** Agricultural tax: 2.5 q of rye for a converted hectare of a farm, 5 q for a physical hectare of other land (u.p.r. art. 6 ust. 1). */
export const agriculturalTax = (input: AgriculturalTaxInput): TaxResult & { readonly conversionHectares: string } => {
  const period = monthsOfDuty(input.monthsFrom ?? 1, input.monthsTo ?? 12);
  const quintals = decimal(input.isFarm ? '2.5' : '5');
  const rate = multiply(quintals, decimal(input.ryePrice ?? priceOf(ryePrices, input.year).price));
  const article = input.isFarm ? 'u.p.r. art. 6 ust. 1 pkt 1' : 'u.p.r. art. 6 ust. 1 pkt 2';
  const lines = input.plots.filter(isTaxed).map((plot) => {
    const { use, soilClass, hectares, object = '', share = [1, 1], months = period } = plot;
    if (compare(decimal(hectares), zero) < 0) throw new DomainError('decimal-invalid', { hectares });
    const coefficient = input.isFarm ? conversionCoefficient(use, soilClass, input.district) : '1';
    const converted = multiply(decimal(hectares), decimal(coefficient), shareOf(share));
    const exact = multiply(converted, rate, partOfYear(months, period));
    const step: DerivationStep = {
      object,
      category: `agricultural ${use}${soilClass ?? ''}`,
      base: hectares,
      unit: 'ha',
      rate: toDecimalString(rate, 4).replace(/0{1,2}$/, ''),
      heightFactor: '1',
      ...(input.isFarm ? { coefficient } : {}),
      share,
      months,
      amountExact: toDecimalString(exact, 6),
      article,
    };
    return { exact, converted, step };
  });
  const conversionHectares = toDecimalString(sum(lines.map(({ converted }) => converted)), 6);
  return { ...roundedTax(lines), conversionHectares };
};
