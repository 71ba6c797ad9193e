import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { easterSunday } from './easter.ts';
import { holidaysOf, isHoliday } from './holidays.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  epochDay,
  fromEpochDay,
  parsePlainDate,
  plainDate,
  weekday,
} from './plain-date.ts';
import { startOfDay, warsawDate, warsawTime } from './warsaw.ts';
import { isWorkingDay, nextWorkingDay } from './working-day.ts';

const days = fc.integer({ min: epochDay(plainDate('1600-01-01')), max: epochDay(plainDate('2500-12-31')) });

describe('plain date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '1900-02-29'])('knows that %s never was', (text) =>
    expect(parsePlainDate(text)).toEqual({ ok: false, reason: 'date' }),
  );
  it.each(['2026-2-9', '26-02-09', '2026-02-09T00:00', '', '0999-01-01'])('refuses the shape of "%s"', (text) =>
    expect(parsePlainDate(text)).toEqual({ ok: false, reason: 'structure' }),
  );
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-10-31', 2, '2026-12-31'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %d months is %s', (from, months, to) => expect(addMonths(plainDate(from), months)).toBe(to));

  it('counts days as the machine calendar does', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = fromEpochDay(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(epochDay(date)).toBe(day);
        expect(weekday(date) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });
  it('adds what it measures', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = [fromEpochDay(a), fromEpochDay(b)];
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});

describe('holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
  ])('Easter of %d is on %s', (year, date) => expect(easterSunday(year)).toBe(date));

  it('counts fourteen in 2026', () => {
    expect(holidaysOf(2026)).toEqual(
      [
        '01-01',
        '01-06',
        '04-05',
        '04-06',
        '05-01',
        '05-03',
        '05-24',
        '06-04',
        '08-15',
        '11-01',
        '11-11',
        '12-24',
        '12-25',
        '12-26',
      ].map((day) => `2026-${day}`),
    );
  });
  it('has Christmas Eve from 2025', () => {
    expect(isHoliday(plainDate('2024-12-24'))).toBe(false);
    expect(isHoliday(plainDate('2025-12-24'))).toBe(true);
  });
  it('moves to the next working day and never back', () => {
    expect(nextWorkingDay(plainDate('2025-12-24'))).toBe('2025-12-29');
    expect(nextWorkingDay(plainDate('2026-03-16'))).toBe('2026-03-16');
    fc.assert(
      fc.property(days, (day) => {
        const moved = nextWorkingDay(fromEpochDay(day));
        expect(isWorkingDay(moved)).toBe(true);
        expect(epochDay(moved) - day).toBeGreaterThanOrEqual(0);
        expect(epochDay(moved) - day).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('Warsaw', () => {
  const wallClock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Warsaw',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2037, 11, 31) });

  it('shows the same day and time as the zone database', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(`${warsawDate(instant)} ${warsawTime(instant)}`).toBe(wallClock.format(instant));
      }),
      { numRuns: 500 },
    );
  });
  it.each(['2026-03-29', '2026-10-25', '2026-01-01', '2026-07-01'])('starts %s at midnight', (date) => {
    const start = startOfDay(plainDate(date));
    expect(wallClock.format(start)).toBe(`${date} 00:00`);
    expect(warsawDate(start - 1)).toBe(addDays(plainDate(date), -1));
  });
  it('has days of 23 and 25 hours when clocks change', () => {
    const hours = (date: string) => (startOfDay(addDays(plainDate(date), 1)) - startOfDay(plainDate(date))) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
  });
  it('starts the day that an instant belongs to', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const start = startOfDay(warsawDate(instant));
        expect(start).toBeLessThanOrEqual(instant);
        expect(warsawDate(start)).toBe(warsawDate(instant));
      }),
    );
  });
});
