import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  divide,
  fraction,
  multiply,
  roundHalfUpToGrosze,
  roundHalfUpToZl,
  toDecimalString,
} from './rational.ts';

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d));

describe('rational', () => {
  it.each([
    ['0.49', 0],
    ['0.50', 100],
    ['500.499999', 50000],
    ['500.5', 50100],
    ['-0.5', -100],
  ])('rounds %s zł to full złote', (text, amount) => expect(roundHalfUpToZl(decimal(text))).toBe(amount));

  it('rounds to grosze half up', () => {
    expect(roundHalfUpToGrosze(decimal('17.835'))).toBe(1784);
    expect(roundHalfUpToGrosze(decimal('17.8349'))).toBe(1783);
  });

  it.each(['', '1,5', '1e3', '.5', '5.', '0x1', ' 1', 'NaN'])('refuses "%s"', (text) =>
    expect(() => decimal(text)).toThrow('decimal-invalid'),
  );

  it('writes a fixed number of digits', () => {
    expect(toDecimalString(fraction(1, 3), 6)).toBe('0.333333');
    expect(toDecimalString(fraction(-1, 200), 2)).toBe('-0.01');
    expect(toDecimalString(fraction(7), 0)).toBe('7');
  });

  it('does not divide by zero', () => expect(() => divide(fraction(1), fraction(0))).toThrow('division-by-zero'));

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(compare(a, b)).toBe(compare(b, a) === 0 ? 0 : -compare(b, a));
        if (b.numerator !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(decimal(toDecimalString(fraction(n, 10000), 4))).toEqual(fraction(n, 10000));
      }),
    );
  });
});
