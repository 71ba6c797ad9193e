import type { PlainDate } from '#domain/calendar/plain-date';
import { laterOf } from '#domain/calendar/plain-date';
import { endOfDays } from '#domain/deadlines';

export type PlannedPart = { number: number; dueDate: PlainDate | null; amount: number };

/** The approved parts with their final dates: 14 days after delivery, when that is later than the statutory date (Ordynacja podatkowa, art. 47 § 1 and 2). */
export const dueAfterDelivery = (
  parts: readonly PlannedPart[],
  deliveredOn: PlainDate,
): (PlannedPart & { dueDate: PlainDate })[] => {
  const earliest = endOfDays(deliveredOn, 14);
  return parts.map((part) => ({
    ...part,
    dueDate: part.dueDate === null ? earliest : laterOf(part.dueDate, earliest),
  }));
};
