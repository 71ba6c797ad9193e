import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, epochDay, fromEpochDay, plainDate } from './calendar/plain-date.ts';
import { isWorkingDay } from './calendar/working-day.ts';
import { termOf, terms } from './case-terms.ts';
import type { Matter } from './case-terms.ts';
import {
  appealLastDay,
  assessmentLimitationEnd,
  eDeliveryFictionDelivered,
  enforceableFrom,
  limitationEnd,
  paperFictionDelivered,
  reminderLastDay,
  secondNoticeFrom,
} from './deadlines.ts';

describe('statutory clock', () => {
  it('goes from the first notice to the end of the appeal', () => {
    const notice = plainDate('2026-03-02');
    expect(secondNoticeFrom(notice)).toBe('2026-03-09');
    expect(paperFictionDelivered(notice)).toBe('2026-03-16');
    expect(appealLastDay(paperFictionDelivered(notice))).toBe('2026-03-30');
  });
  it('goes from arrival by e-Delivery to the end of the appeal', () => {
    expect(eDeliveryFictionDelivered(plainDate('2026-03-02'))).toBe('2026-03-17');
    expect(appealLastDay(plainDate('2026-03-17'))).toBe('2026-03-31');
  });
  it('moves the end of an appeal off the holidays of May', () =>
    expect(appealLastDay(plainDate('2026-04-17'))).toBe('2026-05-04'));
  it.each([
    ['2026-04-10', '2026-04-17', '2026-04-18'],
    ['2025-12-17', '2025-12-29', '2025-12-30'],
  ])('a reminder delivered on %s is payable until %s and enforceable from %s', (delivered, last, from) => {
    expect(reminderLastDay(plainDate(delivered))).toBe(last);
    expect(enforceableFrom(plainDate(delivered))).toBe(from);
  });
  it('does not move the fiction off a holiday', () =>
    expect(paperFictionDelivered(plainDate('2026-04-17'))).toBe('2026-05-01'));
  it('lets a tax due in 2021 lapse at the end of 2026', () => {
    expect(limitationEnd(plainDate('2021-03-15'))).toBe('2026-12-31');
    expect(assessmentLimitationEnd(2023, true)).toBe('2026-12-31');
    expect(assessmentLimitationEnd(2023, false)).toBe('2028-12-31');
  });
  it.each([
    ['tax-case', '2026-01-31', '2026-03-02'],
    ['tax-case-complex', '2026-03-14', '2026-05-14'],
    ['certificate', '2026-04-27', '2026-05-04'],
    ['public-information', '2026-03-02', '2026-03-16'],
    ['court-complaint', '2026-03-02', '2026-04-01'],
  ] as const)('%s from %s ends on %s', (matter, from, lastDay) =>
    expect(termOf(matter, plainDate(from))).toEqual({ lastDay, basis: terms[matter].basis }),
  );
  it('ends every term on a working day after its start', () => {
    const matters = fc.constantFrom(...(Object.keys(terms) as Matter[]));
    const days = fc.integer({ min: epochDay(plainDate('2000-01-01')), max: epochDay(plainDate('2100-01-01')) });
    fc.assert(
      fc.property(matters, days, (matter, day) => {
        const { lastDay } = termOf(matter, fromEpochDay(day));
        expect(isWorkingDay(lastDay)).toBe(true);
        expect(lastDay > addDays(fromEpochDay(day), 6)).toBe(true);
      }),
    );
  });
});
