import type { PlainDate } from '../calendar/plain-date.ts';
import { laterOf, plainDateOf } from '../calendar/plain-date.ts';
import { nextWorkingDay } from '../calendar/working-day.ts';
import { endOfDays } from '../deadlines.ts';
import { DomainError } from '../errors.ts';
import type { Grosze } from '../money.ts';
import { addGrosze, fromZl, grosze, noMoney } from '../money.ts';
import { monthsOfDuty } from './derivation.ts';

export type TaxpayerKind = 'natural' | 'legal';

/** A dated part of a tax; numbers count from 1. */
export type Instalment = { readonly number: number; readonly dueDate: PlainDate; readonly amount: Grosze };

/** Before delivery a tax may have no statutory date left: it will be due 14 days after delivery and has `null` till then. */
export type PlannedInstalment = Omit<Instalment, 'dueDate'> & { readonly dueDate: PlainDate | null };

export type InstalmentsInput = {
  /** Full złote in grosze; throws `amount-invalid` on anything else. */
  readonly tax: Grosze;
  readonly taxpayerKind: TaxpayerKind;
  readonly year: number;
  readonly monthsFrom?: number;
  readonly monthsTo?: number;
  /** When the decision was delivered; legal persons owe without a decision and have none. */
  readonly deliveredOn?: PlainDate;
};

/** Up to this tax is paid at once on the first date (u.p.o.l. art. 6 ust. 11a). */
const paidAtOnceUpTo = fromZl(100);

const monthsDue: Record<TaxpayerKind, readonly number[]> = {
  natural: [3, 5, 9, 11],
  legal: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

/** The dates of a year on which a tax falls due, moved off days off: natural persons 15 III, V, IX, XI; legal persons by the 15th, January by the 31st (u.p.o.l. art. 6 ust. 7 and 9). */
export const statutoryDueDates = (
  taxpayerKind: TaxpayerKind,
  year: number,
  monthsFrom = 1,
  monthsTo = 12,
): readonly PlainDate[] =>
  monthsDue[taxpayerKind]
    .filter((month) => month >= monthsFrom && month <= monthsTo)
    .map((month) => nextWorkingDay(plainDateOf(year, month, month === 1 ? 31 : 15)));

/** Equal parts in full złote, what is left over goes to the first. */
const split = (tax: Grosze, count: number): readonly Grosze[] => {
  const part = fromZl(Math.floor(tax / 100 / count));
  return Array.from({ length: count }, (_, index) => (index === 0 ? grosze(tax - part * (count - 1)) : part));
};

export function instalments(input: InstalmentsInput & { readonly deliveredOn: PlainDate }): readonly Instalment[];
export function instalments(input: InstalmentsInput): readonly PlannedInstalment[];
/**
 * The instalments of a tax; they always sum to it. A decision delivered late makes each part due 14 days after delivery
 * when that is later than its statutory date (Ordynacja podatkowa, art. 47 § 1 and 2).
 */
export function instalments(input: InstalmentsInput): readonly PlannedInstalment[] {
  const { tax, taxpayerKind, year, monthsFrom = 1, monthsTo = 12, deliveredOn } = input;
  if (tax < 0 || tax % 100 !== 0) throw new DomainError('amount-invalid', { tax });
  monthsOfDuty(monthsFrom, monthsTo);
  if (tax === 0) return [];
  const afterDelivery = taxpayerKind === 'natural' && deliveredOn ? endOfDays(deliveredOn, 14) : undefined;
  const dates = statutoryDueDates(taxpayerKind, year, monthsFrom, monthsTo);
  const [first] = dates;
  if (first === undefined) return [{ number: 1, dueDate: afterDelivery ?? null, amount: tax }];
  const used = tax <= paidAtOnceUpTo ? [first] : dates;
  const amounts = split(tax, used.length);
  return used.map((date, index) => ({
    number: index + 1,
    dueDate: afterDelivery ? laterOf(date, afterDelivery) : date,
    amount: amounts[index] ?? noMoney,
  }));
}

/**
 * Instalments as a decision made out on a day may name them. It is delivered that day at the earliest, so a statutory date
 * before the fourteenth day after it cannot be kept: such a part is due 14 days after delivery (Ordynacja podatkowa, art. 47 § 1 and 2).
 */
export const plannedOn = (parts: readonly PlannedInstalment[], decidedOn: PlainDate): readonly PlannedInstalment[] => {
  const earliest = endOfDays(decidedOn, 14);
  return parts.map((part) => ({ ...part, dueDate: part.dueDate && part.dueDate >= earliest ? part.dueDate : null }));
};

/** The sum of instalments in grosze. */
export const totalOf = (parts: readonly { readonly amount: Grosze }[]): Grosze =>
  addGrosze(...parts.map(({ amount }) => amount));
