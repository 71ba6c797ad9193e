import type { PlainDate } from '#domain/calendar/plain-date';
import { addDays, partsOf, plainDate } from '#domain/calendar/plain-date';
import { warsawDate } from '#domain/calendar/warsaw';
import { statutoryDueDates } from '#domain/tax/instalments';

export type Jump = { key: 'instalment' | 'afterInstalment' | 'waiting'; to: PlainDate };

/** Dates worth moving the clock to: the next instalment, the day after it, and the first date that somebody waits for. */
export const jumpsFrom = (today: string, waiting: readonly { until: string }[]): Jump[] => {
  const now = plainDate(today);
  const { year } = partsOf(now);
  const dues = [...statutoryDueDates('natural', year), ...statutoryDueDates('natural', year + 1)];
  const next = dues.find((due) => due > now);
  const after = dues.map((due) => addDays(due, 1)).find((day) => day > now);
  const first = waiting
    .map(({ until }) => warsawDate(Date.parse(until)))
    .filter((day) => day > now)
    .sort()[0];
  return [
    ...(next ? [{ key: 'instalment' as const, to: next }] : []),
    ...(after ? [{ key: 'afterInstalment' as const, to: after }] : []),
    ...(first ? [{ key: 'waiting' as const, to: first }] : []),
  ];
};
