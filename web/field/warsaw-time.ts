import { plainDate } from '#domain/calendar/plain-date';
import { startOfDay, warsawOffset, warsawTime } from '#domain/calendar/warsaw';

/** `2026-11-16T12:04`: the office's day with the time of day now, as a date field holds it. */
export const fieldNow = (today: string, nowMs: number): string => `${today}T${warsawTime(nowMs).slice(0, 5)}`;

const instantOf = (field: string): number | null => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(field);
  if (match === null) return null;
  const [, date, hours, minutes] = match;
  const midnight = startOfDay(plainDate(date!));
  const plain = midnight + (Number(hours) * 60 + Number(minutes)) * 60_000;
  // On the two days a year when the clocks move, the hours since midnight are one more or less than the clock shows.
  return plain - (warsawOffset(plain) - warsawOffset(midnight));
};

const mostAhead = 5 * 60_000;

/**
 * When it happened by the handheld's own clock: as long before the form was opened as the field says. The field shows the
 * office's day, which in the demo city runs ahead; the office adds that again. Null for no moment, or one to come.
 */
export const happenedAt = (field: string, opened: { field: string; ms: number }, nowMs: number): string | null => {
  const [then, at] = [instantOf(opened.field), instantOf(field)];
  if (then === null || at === null) return null;
  const ms = opened.ms + (at - then);
  return ms > nowMs + mostAhead ? null : new Date(ms).toISOString();
};
