import type { PlainDate } from '../calendar/plain-date.ts';
import { addDays, daysBetween, earlierOf, laterOf } from '../calendar/plain-date.ts';
import { DomainError } from '../errors.ts';
import type { Grosze } from '../money.ts';
import { grosze, noMoney } from '../money.ts';
import type { Rational } from '../rational.ts';
import { compare, decimal, fraction, multiply, roundHalfUpToZl, sum, toDecimalString, zlOf } from '../rational.ts';
import type { InterestRate } from './rates.ts';
import { interestRates } from './rates.ts';

/** Days that bear interest at one rate, from `start` on. */
export type InterestSegment = { readonly start: PlainDate; readonly days: number; readonly rate: string };

export type LateInterest = {
  readonly days: number;
  /** Złote with six digits, before rounding. */
  readonly exact: string;
  /** Full złote in grosze; nothing when the interest is too small to be charged. */
  readonly charged: Grosze;
  readonly segments: readonly InterestSegment[];
};

export type LateInterestInput = {
  /** The unpaid tax in grosze. */
  readonly principal: Grosze;
  readonly dueDate: PlainDate;
  /** The day of payment, or the day for which one asks; it bears interest itself. */
  readonly until: PlainDate;
  readonly letterFee?: Grosze;
  readonly rates?: readonly InterestRate[];
};

/** The surcharge for a registered letter that the threshold of art. 54 § 1 pkt 5 is three times of; 2,90 zł since 2022. */
export const registeredLetterFee: Grosze = grosze(290);

/** Interest up to three registered-letter fees is not charged; the unrounded sum is compared (Ordynacja podatkowa, art. 54 § 1 pkt 5). */
export const isInterestCharged = (interest: Rational, letterFee: Grosze): boolean =>
  compare(interest, multiply(fraction(3), zlOf(letterFee))) > 0;

const segmentsOf = (from: PlainDate, until: PlainDate, rates: readonly InterestRate[]): readonly InterestSegment[] =>
  rates.flatMap(({ validFrom, percent }, index) => {
    const next = rates[index + 1];
    const start = laterOf(from, validFrom);
    const end = next ? earlierOf(until, addDays(next.validFrom, -1)) : until;
    return end < start ? [] : [{ start, days: daysBetween(start, end) + 1, rate: percent }];
  });

/**
 * Late interest of a tax: principal × rate × days / 365 over the rates that held, also in leap years, from the day after
 * the due date to the day of payment, rounded to full złote at the end (Ordynacja podatkowa, art. 53, 56 and 63).
 * Throws `amount-invalid` for a negative principal and `rate-missing` for days before the table begins.
 */
export const lateInterest = (input: LateInterestInput): LateInterest => {
  const { principal, dueDate, until, letterFee = registeredLetterFee, rates = interestRates } = input;
  if (principal < 0) throw new DomainError('amount-invalid', { principal });
  const from = addDays(dueDate, 1);
  const days = Math.max(0, daysBetween(dueDate, until));
  const first = rates[0];
  if (days > 0 && (first === undefined || from < first.validFrom)) throw new DomainError('rate-missing', { from });
  const segments = days === 0 ? [] : segmentsOf(from, until, rates);
  const total = sum(
    segments.map((segment) => multiply(zlOf(principal), decimal(segment.rate), fraction(segment.days, 36500))),
  );
  const charged = isInterestCharged(total, letterFee) ? roundHalfUpToZl(total) : noMoney;
  return { days, exact: toDecimalString(total, 6), charged, segments };
};
