import { parsePlainDate } from '#domain/calendar/plain-date';
import { startOfDay, warsawOffset } from '#domain/calendar/warsaw';
import type { Instant } from '../contract.ts';
import { evaluateFeel } from '../feel.ts';

/**
 * The instant at which a timer fires; null when the text is neither a date nor a duration. A date means its first moment in
 * Poland, so that `=today() + duration("P8D")` fires when a term of seven days has passed (the day of the event is not
 * counted, Ordynacja podatkowa art. 12 § 1). A date and time without a zone is Polish time. A duration counts from now.
 */
export const dueOf = (kind: 'date' | 'duration', text: string, now: Instant): Instant | null =>
  kind === 'date' ? dateDue(text.trim()) : durationDue(text.trim(), now);

const dateDue = (text: string): Instant | null => {
  const [, day = '', time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(.*))?$/.exec(text) ?? [];
  const date = parsePlainDate(day);
  if (!date.ok) return null;
  if (time === undefined) return iso(startOfDay(date.value));
  if (zone !== '' && zone !== '@Europe/Warsaw') return iso(Date.parse(`${day}T${time}${zone}`));
  const asUtc = Date.parse(`${day}T${time}Z`);
  // The offset of the moment an hour earlier is right save within the hour that the spring change skips.
  return iso(asUtc - warsawOffset(asUtc - warsawOffset(asUtc)));
};

const durationDue = (text: string, now: Instant): Instant | null => {
  const from = new Date(Date.parse(now)).toISOString();
  const sum = evaluateFeel('string(date and time(from) + duration(text))', { from, text }, now);
  return sum.ok && typeof sum.value === 'string' ? iso(Date.parse(sum.value)) : null;
};

const iso = (milliseconds: number): Instant | null =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;
