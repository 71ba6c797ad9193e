import type { Grosze } from '../money.ts';
import type { Rational } from '../rational.ts';
import { fraction, roundHalfUpToZl, sum, toDecimalString } from '../rational.ts';
import { DomainError } from '../errors.ts';

export type Unit = 'm2' | 'ha' | 'zl';
/** A fraction of ownership: `[5432, 254310]`. */
export type Share = readonly [numerator: number, denominator: number];

/** One line of the reckoning: base × height factor × coefficient × share × rate × months / 12, exact to six digits. */
export type DerivationStep = {
  /** What is taxed, in the words of the filer (address, parcel); empty when not named. */
  readonly object: string;
  readonly category: string;
  /** Quantity as a decimal in `unit`; a structure's value is already rounded to full złote. */
  readonly base: string;
  readonly unit: Unit;
  /** Złote a unit and year; `0.02` of the value for structures. */
  readonly rate: string;
  /** `1`, `0.5` or `0` by the height of the rooms. */
  readonly heightFactor: string;
  /** Converted hectares in one physical hectare; for farms only. */
  readonly coefficient?: string;
  readonly share: Share;
  readonly months: number;
  readonly amountExact: string;
  readonly article: string;
};

export type RoundingStep = { readonly exact: string; readonly tax: Grosze; readonly article: string };

export type TaxResult = {
  /** Złote with six digits, before rounding. */
  readonly exact: string;
  /** Full złote, in grosze. */
  readonly tax: Grosze;
  readonly derivation: readonly DerivationStep[];
  readonly rounding: RoundingStep;
};

/** Sums the exact lines and rounds once for the whole tax (Ordynacja podatkowa, art. 63 § 1). */
export const roundedTax = (lines: readonly { exact: Rational; step: DerivationStep }[]): TaxResult => {
  const total = sum(lines.map(({ exact }) => exact));
  const [exact, tax] = [toDecimalString(total, 6), roundHalfUpToZl(total)];
  const rounding = { exact, tax, article: 'Ordynacja podatkowa art. 63 § 1' };
  return { exact, tax, derivation: lines.map(({ step }) => step), rounding };
};

/** The share as an exact fraction; throws `share-invalid` unless it lies above 0 and up to 1. */
export const shareOf = (share: Share): Rational => {
  const [numerator, denominator] = share;
  const isShare =
    Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator > 0 && numerator <= denominator;
  if (!isShare) throw new DomainError('share-invalid', { share });
  return fraction(numerator, denominator);
};

/** Months as part of a year; throws `months-invalid` beyond the period of the duty. */
export const partOfYear = (months: number, period: number): Rational => {
  if (!Number.isInteger(months) || months < 0 || months > period)
    throw new DomainError('months-invalid', { months, period });
  return fraction(months, 12);
};

/** The number of months of a duty from one month to another of the same year; throws `months-invalid`. */
export const monthsOfDuty = (monthsFrom: number, monthsTo: number): number => {
  const areMonths = [monthsFrom, monthsTo].every((month) => Number.isInteger(month) && month >= 1 && month <= 12);
  if (!areMonths || monthsFrom > monthsTo) throw new DomainError('months-invalid', { monthsFrom, monthsTo });
  return monthsTo - monthsFrom + 1;
};
