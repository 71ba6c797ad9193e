import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../calendar/plain-date.ts';
import { grosze } from '../money.ts';
import { instalmentTransitions, stateByDate } from './instalment-state.ts';
import { isShownAsPaid, onlinePaymentTransitions, paymentTransitions } from './payment-state.ts';
import { canMove, isFinal, move } from './transitions.ts';

describe('states', () => {
  it('leads an unpaid instalment from its plan to enforcement and to payment', () => {
    const path = ['planned', 'due', 'overdue', 'reminded', 'enforced', 'paid'] as const;
    path
      .slice(1)
      .forEach((state, index) => expect(move(instalmentTransitions, path[index] ?? 'planned', state)).toBe(state));
  });
  it('does not enforce without a reminder', () => {
    expect(canMove(instalmentTransitions, 'overdue', 'enforced')).toBe(false);
    expect(() => move(instalmentTransitions, 'overdue', 'enforced')).toThrow('transition-not-allowed');
    expect(isFinal(instalmentTransitions, 'lapsed')).toBe(true);
  });
  it.each([
    [100, '2026-02-13', 'planned'],
    [100, '2026-02-14', 'due'],
    [100, '2026-03-16', 'due'],
    [100, '2026-03-17', 'overdue'],
    [0, '2026-03-17', 'paid'],
  ])('%d gr unpaid on %s is %s', (unpaid, today, state) =>
    expect(stateByDate(grosze(unpaid), plainDate('2026-03-16'), plainDate(today))).toBe(state),
  );
  it('books an online payment only after verification, and once', () => {
    expect(canMove(onlinePaymentTransitions, 'notified', 'booked')).toBe(false);
    expect(canMove(onlinePaymentTransitions, 'booked', 'booked')).toBe(false);
    expect(canMove(onlinePaymentTransitions, 'failed', 'notified')).toBe(true);
    expect(isShownAsPaid('notified')).toBe(false);
    expect(isShownAsPaid('verified')).toBe(true);
  });
  it('credits unidentified money once it is explained', () =>
    expect(canMove(paymentTransitions, 'unidentified', 'matched')).toBe(true));
});
