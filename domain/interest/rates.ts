import type { PlainDate } from '../calendar/plain-date.ts';
import { daysBetween, plainDate } from '../calendar/plain-date.ts';

/** A yearly rate of late interest in per cent; it holds until the next row begins. */
export type InterestRate = { readonly validFrom: PlainDate; readonly percent: string };

/** Rates of late interest in the order of their days: 2 × NBP lombard rate + 2 points, at least 8 % (Ordynacja podatkowa, art. 56 § 1). */
export const interestRates: readonly InterestRate[] = (
  [
    ['2016-01-01', '8'],
    ['2022-02-09', '8.5'],
    ['2022-03-09', '10'],
    ['2022-04-07', '12'],
    ['2022-05-06', '13.5'],
    ['2022-06-09', '15'],
    ['2022-07-08', '16'],
    ['2022-09-08', '16.5'],
    ['2023-09-07', '15'],
    ['2023-10-05', '14.5'],
    ['2025-05-08', '13.5'],
    ['2025-07-03', '13'],
    ['2025-09-04', '12.5'],
    ['2025-10-09', '12'],
    ['2025-11-06', '11.5'],
    ['2025-12-04', '11'],
    ['2026-03-05', '10.5'],
  ] as const
).map(([validFrom, percent]) => ({ validFrom: plainDate(validFrom), percent }));

/** Whether the newest row is older than 60 days, when somebody must look whether the bank has changed its rates. */
export const isRateTableStale = (rates: readonly InterestRate[], today: PlainDate): boolean => {
  const newest = rates.at(-1);
  return newest === undefined || daysBetween(newest.validFrom, today) > 60;
};
