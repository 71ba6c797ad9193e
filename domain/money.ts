import { DomainError } from './errors.ts';

/** An amount of money in whole grosze (1 zł = 100 gr); may be negative for write-downs. */
export type Grosze = number & { readonly __unit: 'grosze' };

/** Brands a whole number of grosze; throws `amount-invalid` on fractions and on numbers beyond safe integers. */
export const grosze = (amount: number): Grosze => {
  if (!Number.isSafeInteger(amount)) throw new DomainError('amount-invalid', { amount });
  return (amount === 0 ? 0 : amount) as Grosze; // -0 would print as "-0,00 zł"
};

/** No money. */
export const noMoney: Grosze = grosze(0);

/** Whole złote as grosze; throws `amount-invalid` on a fraction of a złoty. */
export const fromZl = (zl: number): Grosze => {
  if (!Number.isSafeInteger(zl)) throw new DomainError('amount-invalid', { zl });
  return grosze(zl * 100);
};

/** The sum of amounts in grosze. */
export const addGrosze = (...amounts: readonly Grosze[]): Grosze =>
  grosze(amounts.reduce<number>((sum, amount) => sum + amount, 0));

/** `from` less `amount`, in grosze. */
export const subtractGrosze = (from: Grosze, amount: Grosze): Grosze => grosze(from - amount);

/** The smaller of two amounts in grosze. */
export const smallerOf = (a: Grosze, b: Grosze): Grosze => (a < b ? a : b);

const noBreakSpace = '\u00a0';

/** `1 204,50 zł`: thousands and unit parted by no-break spaces, so that an amount never wraps in a letter or a table. */
export const formatZl = (amount: Grosze): string => {
  const whole = Math.abs(amount);
  const zl = String(Math.floor(whole / 100)).replace(/\B(?=(\d{3})+$)/g, noBreakSpace);
  const gr = String(whole % 100).padStart(2, '0');
  return `${amount < 0 ? '−' : ''}${zl},${gr}${noBreakSpace}zł`;
};

/** `1204.50`: złote with a point and two digits, as outside systems write amounts. */
export const toZlString = (amount: Grosze): string => {
  const whole = Math.abs(amount);
  return `${amount < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
};

/** Reads `1204`, `1204.5`, `1 204,50` (złote) into grosze; anything else is refused. */
export const parseZl = (text: string): { ok: true; value: Grosze } | { ok: false; reason: 'characters' | 'size' } => {
  const match = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s/g, ''));
  if (!match) return { ok: false, reason: 'characters' };
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return { ok: false, reason: 'size' };
  return { ok: true, value: grosze(match[1] ? -amount : amount) };
};
