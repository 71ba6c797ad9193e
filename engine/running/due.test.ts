import { describe, expect, it } from '@jest/globals';
import { dueOf } from './due.ts';

const now = '2026-03-28T23:30:00.000Z';

describe('dueOf', () => {
  it.each([
    ['date', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['date', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['date', '2026-03-30T10:00:00', '2026-03-30T08:00:00.000Z'],
    ['date', '2026-01-30T10:00:00@Europe/Warsaw', '2026-01-30T09:00:00.000Z'],
    ['date', '2026-03-30T10:00:00Z', '2026-03-30T10:00:00.000Z'],
    ['date', '2026-03-30T10:00:00+02:00', '2026-03-30T08:00:00.000Z'],
    ['duration', 'P7D', '2026-04-04T23:30:00.000Z'],
    ['duration', 'P1M', '2026-04-28T23:30:00.000Z'],
    ['duration', 'PT90S', '2026-03-28T23:31:30.000Z'],
  ] as const)('reads the %s %s', (kind, text, due) => expect(dueOf(kind, text, now)).toBe(due));

  it.each([
    ['date', '2026-02-30'],
    ['date', 'tomorrow'],
    ['date', '2026-03-30T10:00:00@Mars/Base'],
    ['duration', '7 days'],
    ['duration', 'R3/PT1S'],
  ] as const)('refuses the %s %s', (kind, text) => expect(dueOf(kind, text, now)).toBeNull());
});
