import type { PlainDate } from './plain-date.ts';
import { addDays, epochDay, fromEpochDay, partsOf, plainDateOf, weekday } from './plain-date.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

const lastSundayOf = (year: number, month: 3 | 10): PlainDate => {
  const last = plainDateOf(year, month, 31);
  return addDays(last, -(weekday(last) % 7));
};

/** Epoch milliseconds at which summer time begins and ends: 01:00 UTC on the last Sundays of March and October (2000/84/EC). */
const summerTimeOf = (year: number): { begins: number; ends: number } => ({
  begins: epochDay(lastSundayOf(year, 3)) * dayLength + hour,
  ends: epochDay(lastSundayOf(year, 10)) * dayLength + hour,
});

/** Milliseconds by which Warsaw is ahead of UTC at an instant; right from 1996 on, while the directive's rule holds. */
export const warsawOffset = (instantMs: number): number => {
  const { begins, ends } = summerTimeOf(partsOf(fromEpochDay(Math.floor(instantMs / dayLength))).year);
  return instantMs >= begins && instantMs < ends ? 2 * hour : hour;
};

/** The calendar day in Warsaw at an instant given in epoch milliseconds. */
export const warsawDate = (instantMs: number): PlainDate =>
  fromEpochDay(Math.floor((instantMs + warsawOffset(instantMs)) / dayLength));

/** Epoch milliseconds of 00:00 in Warsaw on that day; clocks change at 02:00 or 03:00, so midnight is never ambiguous. */
export const startOfDay = (date: PlainDate): number => {
  const midnightUtc = epochDay(date) * dayLength;
  const winterMidnight = midnightUtc - hour;
  return warsawOffset(winterMidnight) === hour ? winterMidnight : midnightUtc - 2 * hour;
};

/** The time of day in Warsaw at an instant as `HH:MM`. */
export const warsawTime = (instantMs: number): string => {
  const minutes = Math.floor((instantMs + warsawOffset(instantMs)) / minute);
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};
