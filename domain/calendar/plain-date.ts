import { DomainError } from '../errors.ts';

/** A day of the Gregorian calendar as `YYYY-MM-DD`, without time or zone; strings sort as days do. */
export type PlainDate = string & { readonly __unit: 'plain-date' };

export type CalendarParts = { readonly year: number; readonly month: number; readonly day: number };

/** The number of days in a month (1–12) of a year. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Reads `YYYY-MM-DD` of the years 1000–9999; a day that does not exist has the reason `date`. */
export const parsePlainDate = (
  text: string,
): { ok: true; value: PlainDate } | { ok: false; reason: 'structure' | 'date' } => {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return { ok: false, reason: 'structure' };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { ok: true, value: text as PlainDate } : { ok: false, reason: 'date' };
};

/** The same for a date that must be right; throws `date-invalid`. */
export const plainDate = (text: string): PlainDate => {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new DomainError('date-invalid', { text: text.slice(0, 40) });
  return parsed.value;
};

/** The day with that year, month (1–12) and day; throws `date-invalid` when there is none. */
export const plainDateOf = (year: number, month: number, day: number): PlainDate =>
  plainDate([String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));

/** Year, month 1–12 and day of a date. */
export const partsOf = (date: PlainDate): CalendarParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Days since 1970-01-01, by Howard Hinnant's `days_from_civil`: arithmetic alone, the same in every sandbox. */
export const epochDay = (date: PlainDate): number => {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The date that many days after 1970-01-01. */
export const fromEpochDay = (days: number): PlainDate => {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return plainDateOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
};

/** That many days later, or earlier when negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(epochDay(date) + days);

/** The same day number that many months later, or the last day of a shorter month (Ordynacja podatkowa, art. 12 § 3). */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return plainDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
};

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => epochDay(to) - epochDay(from);

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (date: PlainDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

/** Negative, zero or positive as `a` is before, the same as or after `b`; fits `Array.sort`. */
export const compareDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
