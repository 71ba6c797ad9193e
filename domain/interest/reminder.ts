import type { PlainDate } from '../calendar/plain-date.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { DomainError } from '../errors.ts';
import type { Grosze } from '../money.ts';
import { grosze } from '../money.ts';

export type ReminderCost = { readonly validFrom: PlainDate; readonly cost: Grosze; readonly legalBasis: string };

/** The cost of a reminder by the day on which it is sent; it arises with the reminder's delivery (u.p.e.a. art. 15 § 2). */
export const reminderCosts: readonly ReminderCost[] = [
  { validFrom: plainDate('2021-10-13'), cost: grosze(1600), legalBasis: 'u.p.e.a. art. 15 § 2' },
];

/** What a reminder costs on a day, in grosze; throws `rate-missing` before the table begins. */
export const reminderCostOn = (day: PlainDate): Grosze => {
  const row = reminderCosts.findLast(({ validFrom }) => validFrom <= day);
  if (!row) throw new DomainError('rate-missing', { day });
  return row.cost;
};

/** Whether arrears are reminded of at once: principal with interest above ten reminder costs; smaller ones may be gathered till six months before limitation. */
export const isRemindedAtOnce = (arrears: Grosze, cost: Grosze): boolean => arrears > 10 * cost;
