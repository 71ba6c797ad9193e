import { isHoliday } from './holidays.ts';
import type { PlainDate } from './plain-date.ts';
import { addDays, weekday } from './plain-date.ts';

/** Neither Saturday, Sunday nor a public holiday (Ordynacja podatkowa, art. 12 § 5; KPA, art. 57 § 4). */
export const isWorkingDay = (date: PlainDate): boolean => weekday(date) < 6 && !isHoliday(date);

/** The date itself when it is a working day, else the first working day after it: the end of every shifted term. */
export const nextWorkingDay = (date: PlainDate): PlainDate =>
  isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1));
