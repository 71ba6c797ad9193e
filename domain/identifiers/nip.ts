import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';
import { checkDigits, weightedSum, withoutSeparators } from './digits.ts';

/** The tax identification number, 10 digits (ustawa o zasadach ewidencji i identyfikacji podatników, art. 2). */
export type Nip = string & { readonly __unit: 'nip' };
export type NipReason = 'length' | 'characters' | 'checksum';

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/** Reads a NIP (`526-104-08-28` too); a remainder of 10 was never issued and so fails the checksum. */
export const parseNip = (text: string): Parsed<Nip, NipReason> => {
  const digits = withoutSeparators(text);
  const malformed = checkDigits(digits, 10);
  if (malformed) return refused(malformed);
  if (weightedSum(digits, weights) % 11 !== Number(digits[9])) return refused('checksum');
  return { ok: true, value: digits as Nip };
};

/** `526-104-08-28`, as letters print it. */
export const formatNip = (nip: Nip): string =>
  [nip.slice(0, 3), nip.slice(3, 6), nip.slice(6, 8), nip.slice(8)].join('-');
