import type { PlainDate } from './calendar/plain-date.ts';
import { addDays, addMonths, partsOf, plainDateOf } from './calendar/plain-date.ts';
import { nextWorkingDay } from './calendar/working-day.ts';

/** The last day of a term in days: the day of the event is not counted, a day off moves the end (OP art. 12 § 1 and 5). */
export const endOfDays = (event: PlainDate, days: number): PlainDate => nextWorkingDay(addDays(event, days));

/** The last day of a term in months: the same day number or the month's last day, moved off a day off (OP art. 12 § 3 and 5). */
export const endOfMonths = (event: PlainDate, months: number): PlainDate => nextWorkingDay(addMonths(event, months));

/** The last day to appeal to the appeal board, 14 days from delivery (OP art. 223 § 2; KPA art. 129 § 2). */
export const appealLastDay = (deliveredOn: PlainDate): PlainDate => endOfDays(deliveredOn, 14);

/** The last day to pay after a reminder, 7 days from its delivery (u.p.e.a. art. 15 § 1). */
export const reminderLastDay = (deliveredOn: PlainDate): PlainDate => endOfDays(deliveredOn, 7);

/** The first day on which an enforcement title may be issued after a reminder (u.p.e.a. art. 15 § 1). */
export const enforceableFrom = (reminderDeliveredOn: PlainDate): PlainDate =>
  addDays(reminderLastDay(reminderDeliveredOn), 1);

/** The first day for the second notice, 7 days after the first; not moved by days off (OP art. 150 § 1a). */
export const secondNoticeFrom = (firstNoticeOn: PlainDate): PlainDate => addDays(firstNoticeOn, 7);

/** The day on which a letter left with notices counts as delivered: the last of 14 days, not moved by days off (OP art. 150 § 4). */
export const paperFictionDelivered = (firstNoticeOn: PlainDate): PlainDate => addDays(firstNoticeOn, 14);

/** The day on which an uncollected e-Delivery counts as delivered: after 14 days from arrival (ustawa o doręczeniach elektronicznych, art. 42). */
export const eDeliveryFictionDelivered = (arrivedOn: PlainDate): PlainDate => addDays(arrivedOn, 15);

/** The last day on which a tax can be claimed: 5 years from the end of the year in which it fell due (OP art. 70 § 1). */
export const limitationEnd = (dueDate: PlainDate): PlainDate => plainDateOf(partsOf(dueDate).year + 5, 12, 31);

/** The end of the right to assess a tax: 3 years after the duty arose, 5 when nothing was filed or data were hidden (OP art. 68 § 1 and 2). */
export const assessmentLimitationEnd = (dutyYear: number, isFiledAndComplete: boolean): PlainDate =>
  plainDateOf(dutyYear + (isFiledAndComplete ? 3 : 5), 12, 31);
