import { easterSunday } from './easter.ts';
import type { PlainDate } from './plain-date.ts';
import { addDays, compareDates, partsOf, plainDateOf } from './plain-date.ts';

type FixedHoliday = { readonly month: number; readonly day: number; readonly fromYear?: number };

/** Days off by date (ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1); Christmas Eve since 2025, Epiphany since 2011. */
const fixedHolidays: readonly FixedHoliday[] = [
  { month: 1, day: 1 },
  { month: 1, day: 6, fromYear: 2011 },
  { month: 5, day: 1 },
  { month: 5, day: 3 },
  { month: 8, day: 15 },
  { month: 11, day: 1 },
  { month: 11, day: 11 },
  { month: 12, day: 24, fromYear: 2025 },
  { month: 12, day: 25 },
  { month: 12, day: 26 },
];

/** Days after Easter Sunday: Easter, its Monday, Pentecost and Corpus Christi. */
const easterHolidays: readonly number[] = [0, 1, 49, 60];

/** The Polish public holidays of a year, in order. */
export const holidaysOf = (year: number): readonly PlainDate[] => {
  const easter = easterSunday(year);
  const fixed = fixedHolidays
    .filter(({ fromYear }) => fromYear === undefined || year >= fromYear)
    .map(({ month, day }) => plainDateOf(year, month, day));
  return [...fixed, ...easterHolidays.map((days) => addDays(easter, days))].sort(compareDates);
};

/** Whether the day is a Polish public holiday; an ordinary Saturday or Sunday is not. */
export const isHoliday = (date: PlainDate): boolean => holidaysOf(partsOf(date).year).includes(date);
