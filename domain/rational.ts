import { DomainError } from './errors.ts';
import type { Grosze } from './money.ts';
import { grosze } from './money.ts';

/** An exact fraction in lowest terms with a positive denominator; rates, areas and shares are never binary floats. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** `numerator / denominator` exactly; throws `division-by-zero`. */
export const fraction = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new DomainError('division-by-zero');
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { numerator: n / divisor, denominator: d / divisor };
};

/** Reads a decimal such as `48.35` or `-2`; throws `decimal-invalid` on anything else (comma, exponent, empty). */
export const decimal = (text: string): Rational => {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) throw new DomainError('decimal-invalid', { text: text.slice(0, 40) });
  const digits = match[3] ?? '';
  const unsigned = BigInt(`${match[2]}${digits}`);
  return fraction(match[1] ? -unsigned : unsigned, 10n ** BigInt(digits.length));
};

export const zero: Rational = fraction(0);
export const one: Rational = fraction(1);

/** Grosze as an exact number of złote. */
export const zlOf = (amount: Grosze): Rational => fraction(amount, 100);

export const add = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtract = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);

export const multiply = (...factors: readonly Rational[]): Rational =>
  factors.reduce((a, b) => fraction(a.numerator * b.numerator, a.denominator * b.denominator), one);

/** `a / b`; throws `division-by-zero`. */
export const divide = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const sum = (terms: readonly Rational[]): Rational => terms.reduce(add, zero);

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const roundHalfUp = ({ numerator, denominator }: Rational): bigint => {
  const doubled = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const rounded = doubled / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
};

/** Złote to full złote: below 50 gr down, 50 gr and more up (Ordynacja podatkowa, art. 63 § 1). */
export const roundHalfUpToZl = (zl: Rational): Grosze => grosze(Number(roundHalfUp(zl)) * 100);

/** Złote to full grosze, half a grosz up. */
export const roundHalfUpToGrosze = (zl: Rational): Grosze => grosze(Number(roundHalfUp(multiply(zl, fraction(100)))));

/** Writes with exactly `scale` digits after the point, the last one rounded half up. */
export const toDecimalString = (value: Rational, scale: number): string => {
  const scaled = roundHalfUp(multiply(value, fraction(10n ** BigInt(scale))));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${scaled < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
};
