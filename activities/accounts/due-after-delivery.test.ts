import { expect, it } from '@jest/globals';
import { plainDate } from '#domain/calendar/plain-date';
import { dueAfterDelivery } from './due-after-delivery.ts';

const part = (number: number, dueDate: string | null) => ({
  number,
  dueDate: dueDate === null ? null : plainDate(dueDate),
  amount: 22100,
});

it('keeps statutory dates that lie beyond 14 days from delivery, and moves the others there', () => {
  const parts = [part(1, '2026-03-16'), part(2, '2026-05-15')];
  expect(dueAfterDelivery(parts, plainDate('2026-04-17')).map(({ dueDate }) => dueDate)).toEqual([
    '2026-05-04',
    '2026-05-15',
  ]);
});

it('gives 14 days to a part that had no date left in the year', () => {
  expect(dueAfterDelivery([part(1, null)], plainDate('2026-11-25'))[0]!.dueDate).toBe('2026-12-09');
});
