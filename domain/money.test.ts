import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addGrosze, formatZl, fromZl, grosze, parseZl, toZlString } from './money.ts';

describe('money', () => {
  it('refuses fractions of a grosz and unsafe numbers', () => {
    for (const wrong of [0.5, NaN, Infinity, 2 ** 53]) {
      expect(() => grosze(wrong)).toThrow('amount-invalid');
    }
    expect(() => fromZl(1.5)).toThrow('amount-invalid');
    expect(() => addGrosze(grosze(Number.MAX_SAFE_INTEGER), grosze(1))).toThrow('amount-invalid');
  });

  it.each([
    [120450, '1 204,50 zł'],
    [0, '0,00 zł'],
    [5, '0,05 zł'],
    [-5, '−0,05 zł'],
    [123456789, '1 234 567,89 zł'],
  ])('writes %d gr as %s with spaces that do not break', (amount, text) => {
    expect(formatZl(grosze(amount))).toBe(text.replaceAll(' ', '\u00a0'));
  });

  it.each([
    ['1204', 120400],
    ['1 204,5', 120450],
    ['-0.05', -5],
  ])('reads %s', (text, amount) => expect(parseZl(text)).toEqual({ ok: true, value: amount }));

  it.each(['', '1,234', '1e3', 'abc', '1.2.3'])('refuses to read "%s"', (text) =>
    expect(parseZl(text)).toEqual({ ok: false, reason: 'characters' }),
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(parseZl(toZlString(grosze(amount)))).toEqual({ ok: true, value: amount });
      }),
    );
  });
});
