import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from './calendar/plain-date.ts';
import type { DeliveryEvent } from './delivery.ts';
import { deliveryOutcome } from './delivery.ts';

const on = (kind: 'handed-over' | 'absent' | 'refused' | 'address-wrong', date: string): DeliveryEvent => ({
  kind,
  on: plainDate(date),
});
const substitute = (date: string, undertook: boolean): DeliveryEvent => ({
  kind: 'substitute',
  on: plainDate(date),
  recipient: 'neighbour',
  undertook,
});
const first = on('absent', '2026-03-02');
const second = on('absent', '2026-03-09');
const at = (today: string, ...events: DeliveryEvent[]) => deliveryOutcome(events, plainDate(today));

describe('paper delivery', () => {
  it('starts with a visit', () => expect(at('2026-03-02')).toEqual({ outcome: 'pending', next: 'visit' }));
  it('is made by handing over', () =>
    expect(at('2026-03-02', on('handed-over', '2026-03-02'))).toEqual({
      outcome: 'delivered',
      effectiveDelivery: { date: '2026-03-02', rule: 'handed-over', article: 'Ordynacja podatkowa art. 148 § 1' },
    }));
  it('is made by refusal', () =>
    expect(at('2026-03-02', on('refused', '2026-03-02'))).toMatchObject({
      outcome: 'refused',
      effectiveDelivery: { date: '2026-03-02' },
    }));
  it('is made to a neighbour who undertakes to pass it on, and to no other', () => {
    expect(at('2026-03-02', substitute('2026-03-02', true))).toMatchObject({
      outcome: 'delivered',
      effectiveDelivery: { rule: 'substitute' },
    });
    expect(at('2026-03-02', substitute('2026-03-02', false))).toEqual({ outcome: 'pending', next: 'visit' });
  });
  it('comes back from a wrong address', () =>
    expect(at('2026-03-02', on('address-wrong', '2026-03-02'))).toEqual({ outcome: 'returned', on: '2026-03-02' }));
  it('asks for a second notice from the seventh day', () =>
    expect(at('2026-03-05', first)).toEqual({
      outcome: 'pending',
      next: 'second-notice',
      from: '2026-03-09',
      fiction: '2026-03-16',
    }));
  it('does not count a second notice left too early', () =>
    expect(at('2026-03-08', first, on('absent', '2026-03-06'))).toMatchObject({ next: 'second-notice' }));
  it('waits for the end of the fourteenth day', () =>
    expect(at('2026-03-16', second, first)).toEqual({
      outcome: 'pending',
      next: 'fiction',
      from: '2026-03-17',
      fiction: '2026-03-16',
    }));
  it('is deemed made on the fourteenth day', () =>
    expect(at('2026-03-17', first, second)).toMatchObject({
      outcome: 'deemed',
      effectiveDelivery: { date: '2026-03-16', rule: 'paper-fiction', article: 'Ordynacja podatkowa art. 150 § 4' },
    }));
  it('still reaches the addressee who collects the letter on the last day, but not after', () => {
    expect(at('2026-03-20', first, second, on('handed-over', '2026-03-16'))).toMatchObject({ outcome: 'delivered' });
    expect(at('2026-03-20', first, second, on('handed-over', '2026-03-18'))).toMatchObject({
      outcome: 'deemed',
      effectiveDelivery: { date: '2026-03-16' },
    });
  });
  it('has no fiction without a second notice: the letter is brought again', () => {
    expect(at('2026-03-17', first)).toEqual({ outcome: 'pending', next: 'visit' });
    expect(at('2026-03-18', first, on('absent', '2026-03-18'))).toMatchObject({
      next: 'second-notice',
      fiction: '2026-04-01',
    });
    expect(at('2026-03-20', first, on('handed-over', '2026-03-20'))).toMatchObject({ outcome: 'delivered' });
  });
  it('never takes legal effect after today, and never changes once it has', () => {
    const start = plainDate('2026-03-02');
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom('absent' as const, 'handed-over' as const, 'refused' as const),
        on: fc.nat(40).map((days) => addDays(start, days)),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(events, fc.nat(60), fc.nat(60), (recorded, day, later) => {
        const today = addDays(start, day);
        const now = deliveryOutcome(recorded, today);
        if (!('effectiveDelivery' in now)) return;
        expect(now.effectiveDelivery.date <= today).toBe(true);
        expect(deliveryOutcome(recorded, addDays(today, later))).toEqual(now);
      }),
    );
  });
});
