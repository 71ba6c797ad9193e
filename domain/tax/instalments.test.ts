import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../calendar/working-day.ts';
import { epochDay, fromEpochDay, plainDate } from '../calendar/plain-date.ts';
import { fromZl, grosze } from '../money.ts';
import type { InstalmentsInput } from './instalments.ts';
import { instalments, plannedOn, statutoryDueDates, totalOf } from './instalments.ts';

const natural2026 = ['2026-03-16', '2026-05-15', '2026-09-15', '2026-11-16'];
const of = (zl: number, more: Partial<InstalmentsInput> = {}) =>
  instalments({ tax: fromZl(zl), taxpayerKind: 'natural', year: 2026, ...more }).map(({ dueDate, amount }) => [
    dueDate,
    amount / 100,
  ]);

describe('instalments', () => {
  it('puts what is left over on the first', () =>
    expect(of(13545)).toEqual([
      [natural2026[0], 3387],
      [natural2026[1], 3386],
      [natural2026[2], 3386],
      [natural2026[3], 3386],
    ]));
  it('makes four of a joint liability', () => expect(of(1110).map(([, zl]) => zl)).toEqual([279, 277, 277, 277]));
  it('takes up to one hundred złotych at once', () => {
    expect(of(100)).toEqual([['2026-03-16', 100]]);
    expect(of(101)).toHaveLength(4);
  });
  it('uses only dates inside the months of the duty', () => {
    expect(of(250, { monthsFrom: 6 })).toEqual([
      ['2026-09-15', 125],
      ['2026-11-16', 125],
    ]);
    expect(of(663, { monthsTo: 9 })).toHaveLength(3);
  });
  it('gives legal persons twelve months, January by its end', () => {
    const parts = of(164347, { taxpayerKind: 'legal' });
    expect(parts[0]).toEqual(['2026-02-02', 13702]);
    expect(parts[1]).toEqual(['2026-02-16', 13695]);
    expect(parts).toHaveLength(12);
  });
  it('waits 14 days after a late delivery', () =>
    expect(of(884, { deliveredOn: plainDate('2026-05-04') })).toEqual([
      ['2026-05-18', 221],
      ['2026-05-18', 221],
      ['2026-09-15', 221],
      ['2026-11-16', 221],
    ]));
  it('moves the 14th day off a holiday', () =>
    expect(of(50, { deliveredOn: plainDate('2026-04-17') })).toEqual([['2026-05-04', 50]]));
  it('is due 14 days after delivery when no date is left', () => {
    expect(of(90, { monthsFrom: 12, deliveredOn: plainDate('2026-12-10') })).toEqual([['2026-12-28', 90]]);
    expect(of(90, { monthsFrom: 12 })).toEqual([[null, 90]]);
  });
  it('names no statutory date that a decision of that day comes too late for', () => {
    const planned = instalments({ tax: fromZl(884), taxpayerKind: 'natural', year: 2026 });
    const on = (day: string) => plannedOn(planned, plainDate(day)).map(({ dueDate }) => dueDate);
    expect(on('2026-03-02')).toEqual(natural2026);
    expect(on('2026-03-03')).toEqual([null, ...natural2026.slice(1)]);
    expect(on('2026-11-24')).toEqual([null, null, null, null]);
  });
  it('does not move dates of legal persons, who owe without a decision', () =>
    expect(of(1200, { taxpayerKind: 'legal', deliveredOn: plainDate('2026-12-10') })[0]).toEqual(['2026-02-02', 100]));
  it('has none for no tax and refuses groszy', () => {
    expect(of(0)).toEqual([]);
    expect(() => instalments({ tax: grosze(150), taxpayerKind: 'natural', year: 2026 })).toThrow('amount-invalid');
  });
  it.each([
    [2024, ['2024-03-15', '2024-05-15', '2024-09-16', '2024-11-15']],
    [2026, natural2026],
    [2027, ['2027-03-15', '2027-05-17', '2027-09-15', '2027-11-15']],
  ])('knows the dates of %d', (year, dates) => expect(statutoryDueDates('natural', year)).toEqual(dates));

  it('always sums to the tax, in order, on working days, never before its date', () => {
    const days = fc.integer({ min: epochDay(plainDate('2025-12-01')), max: epochDay(plainDate('2027-12-31')) });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.constantFrom('natural' as const, 'legal' as const),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 11 }),
        days,
        (zl, taxpayerKind, monthsFrom, length, day) => {
          const monthsTo = Math.min(12, monthsFrom + length);
          const input = {
            tax: fromZl(zl),
            taxpayerKind,
            year: 2026,
            monthsFrom,
            monthsTo,
            deliveredOn: fromEpochDay(day),
          };
          const parts = instalments(input);
          expect(totalOf(parts)).toBe(fromZl(zl));
          expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
          expect(parts.every(({ dueDate }) => isWorkingDay(dueDate))).toBe(true);
          expect(parts.every(({ amount }) => amount > 0 && amount % 100 === 0)).toBe(true);
          expect(parts.map(({ dueDate }) => dueDate)).toEqual(parts.map(({ dueDate }) => dueDate).sort());
        },
      ),
    );
  });
});
