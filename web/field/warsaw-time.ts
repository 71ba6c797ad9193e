import { plainDate } from '#domain/calendar/plain-date';
import { startOfDay, warsawOffset, warsawTime } from '#domain/calendar/warsaw';

/** `2026-11-16T12:04`: the office's day with the time of day now, as a date field holds it. */
export const fieldNow = (today: string, nowMs: number): string => `${today}T${warsawTime(nowMs).slice(0, 5)}`;

/** The instant that a date field names on the clocks of Warsaw; null when it names none. */
export const instantOf = (field: string): string | null => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(field);
  if (match === null) return null;
  const [, date, hours, minutes] = match;
  const midnight = startOfDay(plainDate(date!));
  const plain = midnight + (Number(hours) * 60 + Number(minutes)) * 60_000;
  // On the two days a year when the clocks move, the hours since midnight are one more or less than the clock shows.
  return new Date(plain - (warsawOffset(plain) - warsawOffset(midnight))).toISOString();
};
