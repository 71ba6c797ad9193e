import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { addGrosze, fromZl, grosze, noMoney } from '../money.ts';
import type { CreditPaymentInput, OpenItem } from './crediting.ts';
import { creditPayment } from './crediting.ts';

const paidOn = plainDate('2026-09-30');
const propertyTax = { liabilityId: 'L1', kind: 'property' };
const a: OpenItem = { ...propertyTax, instalment: 1, dueDate: plainDate('2026-03-16'), principal: fromZl(221) };
const b: OpenItem = { ...propertyTax, instalment: 2, dueDate: plainDate('2026-05-15'), principal: fromZl(221) };
const c: OpenItem = {
  liabilityId: 'L2',
  kind: 'agricultural',
  dueDate: plainDate('2026-03-16'),
  principal: fromZl(38),
};
const future: OpenItem = { ...propertyTax, instalment: 4, dueDate: plainDate('2026-11-16'), principal: fromZl(221) };
const pay = (zl: number, more: Partial<CreditPaymentInput> = {}) =>
  creditPayment({ amount: fromZl(zl), paidOn, costs: noMoney, arrears: [future, c, b, a], ...more });
const brief = ({ allocations }: ReturnType<typeof creditPayment>) =>
  allocations.map(({ liabilityId, instalment = 0, principal, interest }) => [
    liabilityId,
    instalment,
    principal,
    interest,
  ]);

describe('crediting', () => {
  it.each([
    [500, 0, 1000, 37, 0, 48216, 1784, 0],
    [500, 16, 1000, 37, 1600, 46673, 1727, 0],
    [1100, 16, 1000, 37, 1600, 100000, 3700, 4700],
    [400, 0, 884, 35, 0, 38477, 1523, 0],
  ])(
    '%d zł with costs %d on %d + %d',
    (zl, costs, principal, interest, toCosts, toPrincipal, toInterest, overpayment) => {
      const item = {
        liabilityId: 'L',
        dueDate: plainDate('2026-03-16'),
        principal: fromZl(principal),
        interest: fromZl(interest),
      };
      const result = creditPayment({ amount: fromZl(zl), paidOn, costs: fromZl(costs), arrears: [item] });
      expect(result).toMatchObject({ costs: toCosts, overpayment });
      expect(brief(result)).toEqual([['L', 0, toPrincipal, toInterest]]);
    },
  );
  it('takes reminder costs before anything else', () =>
    expect(pay(10, { costs: fromZl(16) })).toEqual({ costs: 1000, allocations: [], overpayment: 0 }));
  it('goes through the named tax from its earliest arrears and leaves the other alone', () => {
    const result = pay(300, { named: { kind: 'property' } });
    expect(brief(result)).toEqual([
      ['L1', 1, 22100, 1300],
      ['L1', 2, 6342, 258],
    ]);
    expect(result.allocations[1]?.principalLeft).toBe(15758);
  });
  it('does the same after a delivered reminder', () => {
    const result = pay(300, { named: { liabilityId: 'L1' }, costs: fromZl(16) });
    expect(result.costs).toBe(1600);
    expect(brief(result)).toEqual([
      ['L1', 1, 22100, 1300],
      ['L1', 2, 4804, 196],
    ]);
  });
  it('takes the earliest arrears of all when nothing is named', () =>
    expect(brief(pay(40))).toEqual([
      ['L2', 0, 3800, 0],
      ['L1', 1, 189, 11],
    ]));
  it('pays the earliest instalment still to come when nothing is overdue', () =>
    expect(brief(pay(100, { arrears: [future] }))).toEqual([['L1', 4, 10000, 0]]));
  it('keeps what is left as an overpayment', () =>
    expect(pay(300, { arrears: [future] })).toMatchObject({ overpayment: 7900 }));
  it('refuses a negative payment', () => expect(() => pay(-1)).toThrow('amount-invalid'));

  it('never loses or makes a grosz, and never pays more than is owed', () => {
    const items = fc.array(
      fc.record({
        liabilityId: fc.constantFrom('L1', 'L2', 'L3'),
        kind: fc.constantFrom('property', 'agricultural'),
        instalment: fc.integer({ min: 1, max: 4 }),
        dueDate: fc.integer({ min: -400, max: 100 }).map((days) => addDays(paidOn, days)),
        principal: fc.integer({ min: 0, max: 500_000 }).map(grosze),
      }),
      { maxLength: 8 },
    );
    const named = fc.constantFrom(undefined, { kind: 'property' }, { liabilityId: 'L2' });
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2000), items, named, (amount, costs, arrears, payerNamed) => {
        const result = creditPayment({
          amount: grosze(amount),
          paidOn,
          costs: grosze(costs),
          arrears,
          named: payerNamed,
        });
        const parts = result.allocations.flatMap(({ principal, interest }) => [principal, interest]);
        expect(addGrosze(result.costs, result.overpayment, ...parts)).toBe(amount);
        expect(parts.every((part) => part >= 0)).toBe(true);
        expect(result.allocations.every(({ principalLeft }) => principalLeft >= 0)).toBe(true);
        expect(result.costs).toBeLessThanOrEqual(costs);
        const open = addGrosze(...arrears.map(({ principal }) => principal));
        if (result.overpayment > 0)
          expect(addGrosze(...result.allocations.map(({ principal }) => principal))).toBe(open);
      }),
    );
  });
});
