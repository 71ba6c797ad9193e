import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { fromZl, grosze } from '../money.ts';
import { compare, decimal } from '../rational.ts';
import { lateInterest } from './late-interest.ts';
import { interestRates, isRateTableStale } from './rates.ts';
import { isRemindedAtOnce, reminderCostOn } from './reminder.ts';

const of = (zl: number, due: string, until: string) =>
  lateInterest({ principal: fromZl(zl), dueDate: plainDate(due), until: plainDate(until) });

describe('late interest', () => {
  it.each([
    [1000, '2025-03-17', '2025-06-20', '36.534247', 37],
    [221, '2026-03-16', '2026-04-15', '1.907260', 0],
    [3000, '2022-03-15', '2022-09-15', '212.547945', 213],
    [13545, '2025-11-17', '2026-04-10', '583.919384', 584],
    [1209, '2026-03-16', '2026-04-10', '8.694863', 0],
    [1210, '2026-03-16', '2026-04-10', '8.702055', 9],
    [219, '2024-03-15', '2024-06-23', '8.700000', 0],
    [2000, '2020-02-28', '2020-03-31', '14.027397', 14],
    [4250, '2023-05-15', '2023-11-15', '338.835616', 339],
    [750, '2026-03-16', '2026-03-16', '0.000000', 0],
    [750, '2026-03-16', '2026-01-16', '0.000000', 0],
  ])('%d zł due %s paid %s', (zl, due, until, exact, charged) =>
    expect(of(zl, due, until)).toMatchObject({ exact, charged: fromZl(charged) }),
  );
  it('changes the rate on its day', () =>
    expect(of(1000, '2025-03-17', '2025-06-20')).toMatchObject({
      days: 95,
      segments: [
        { start: '2025-03-18', days: 51, rate: '14.5' },
        { start: '2025-05-08', days: 44, rate: '13.5' },
      ],
    }));
  it('takes another letter fee', () => {
    const input = { principal: fromZl(1210), dueDate: plainDate('2026-03-16'), until: plainDate('2026-04-10') };
    expect(lateInterest({ ...input, letterFee: grosze(300) }).charged).toBe(0);
  });
  it('refuses what it cannot know', () => {
    expect(() => of(100, '2010-01-01', '2010-02-01')).toThrow('rate-missing');
    const input = { principal: grosze(-1), dueDate: plainDate('2026-03-16'), until: plainDate('2026-04-10') };
    expect(() => lateInterest(input)).toThrow('amount-invalid');
  });
  it('grows with every day, and its segments cover each day once', () => {
    const start = plainDate('2021-03-15');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e8 }), fc.nat(1500), fc.nat(1500), (principal, offset, days) => {
        const dueDate = addDays(start, offset);
        const at = (day: number) =>
          lateInterest({ principal: grosze(principal), dueDate, until: addDays(dueDate, day) });
        const { segments, exact, charged } = at(days);
        expect(segments.reduce((sum, segment) => sum + segment.days, 0)).toBe(days);
        expect(compare(decimal(at(days + 1).exact), decimal(exact))).toBeGreaterThanOrEqual(0);
        expect(charged === 0 || charged >= 900).toBe(true);
        expect(charged % 100).toBe(0);
      }),
    );
  });
});

describe('the table of rates', () => {
  it('is in order and never below eight per cent', () => {
    const days = interestRates.map(({ validFrom }) => validFrom);
    expect(days).toEqual([...days].sort());
    expect(interestRates.every(({ percent }) => Number(percent) >= 8)).toBe(true);
  });
  it('is stale after sixty days', () => {
    expect(isRateTableStale(interestRates, plainDate('2026-05-04'))).toBe(false);
    expect(isRateTableStale(interestRates, plainDate('2026-05-05'))).toBe(true);
    expect(isRateTableStale([], plainDate('2026-05-05'))).toBe(true);
  });
});

describe('reminders', () => {
  it.each([
    ['2021-10-13', 1600],
    ['2026-06-01', 1600],
  ])('cost on %s', (day, cost) => expect(reminderCostOn(plainDate(day))).toBe(cost));
  it('have no cost before the table begins', () =>
    expect(() => reminderCostOn(plainDate('2021-10-12'))).toThrow('rate-missing'));
  it('go out at once above ten costs', () => {
    expect(isRemindedAtOnce(fromZl(160), fromZl(16))).toBe(false);
    expect(isRemindedAtOnce(fromZl(161), fromZl(16))).toBe(true);
  });
});
