import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';
import { checkDigits, withoutSeparators } from './digits.ts';

/** Codes of the national register of territorial division (Dz.U. 1998 nr 157 poz. 1031). */
export type Terc = string & { readonly __unit: 'terc' };
export type Simc = string & { readonly __unit: 'simc' };
export type Ulic = string & { readonly __unit: 'ulic' };
export type TerytReason = 'length' | 'characters';

/** Reads a commune code of 7 digits; the last one is its kind, others than 1–5, 8 and 9 have the reason `commune-kind`. */
export const parseTerc = (text: string): Parsed<Terc, TerytReason | 'commune-kind'> => {
  const digits = withoutSeparators(text);
  const malformed = checkDigits(digits, 7);
  if (malformed) return refused(malformed);
  return /[1-589]$/.test(digits) ? { ok: true, value: digits as Terc } : refused('commune-kind');
};

/** Reads a locality code of 7 digits. */
export const parseSimc = (text: string): Parsed<Simc, TerytReason> => {
  const digits = withoutSeparators(text);
  const malformed = checkDigits(digits, 7);
  return malformed ? refused(malformed) : { ok: true, value: digits as Simc };
};

/** Reads a street code of 5 digits. */
export const parseUlic = (text: string): Parsed<Ulic, TerytReason> => {
  const digits = withoutSeparators(text);
  const malformed = checkDigits(digits, 5);
  return malformed ? refused(malformed) : { ok: true, value: digits as Ulic };
};
