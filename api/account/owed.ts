import type { PlainDate } from '#domain/calendar/plain-date';
import { plainDate } from '#domain/calendar/plain-date';
import { lateInterest } from '#domain/interest/late-interest';
import { grosze, noMoney } from '#domain/money';
import type { Grosze } from '#domain/money';

export type OwedInstalment = { amount: number; paid: number; dueOn: string; state: string };

/** Principal still unpaid and its late interest as of a day. */
export const owedOn = (
  day: PlainDate,
  { amount, paid, dueOn }: OwedInstalment,
): { principal: Grosze; interest: Grosze } => {
  const principal = grosze(amount - paid);
  if (principal <= 0) return { principal: noMoney, interest: noMoney };
  return { principal, interest: lateInterest({ principal, dueDate: plainDate(dueOn), until: day }).charged };
};

/** Instalments to pay now are those whose time has come: due, late, reminded of, or handed to enforcement. */
export const isToPayNow = ({ state }: OwedInstalment): boolean => state !== 'planned' && state !== 'paid';
