import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';
import { checkDigits, weightedSum, withoutSeparators } from './digits.ts';

/** The number in the register of the national economy: 9 digits, or 14 for a local unit (Dz.U. 2015 poz. 2009). */
export type Regon = string & { readonly __unit: 'regon' };
export type RegonReason = 'length' | 'characters' | 'checksum';

const weightsOf9 = [8, 9, 2, 3, 4, 5, 6, 7];
const weightsOf14 = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

const isConsistent = (digits: string, weights: readonly number[]): boolean =>
  (weightedSum(digits, weights) % 11) % 10 === Number(digits[weights.length]);

/** Reads a REGON of 9 or 14 digits; of 14 the first nine must be valid too. */
export const parseRegon = (text: string): Parsed<Regon, RegonReason> => {
  const digits = withoutSeparators(text);
  const malformed = checkDigits(digits, 9, 14);
  if (malformed) return refused(malformed);
  const isValid = isConsistent(digits, weightsOf9) && (digits.length === 9 || isConsistent(digits, weightsOf14));
  return isValid ? { ok: true, value: digits as Regon } : refused('checksum');
};
