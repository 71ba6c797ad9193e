import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';
import { withoutSeparators } from './digits.ts';

/** The number of a land and mortgage register, `LE1L/00012345/3` (Dz.U. 2016 poz. 312). */
export type Kw = string & { readonly __unit: 'kw' };
export type KwReason = 'length' | 'characters' | 'structure' | 'checksum';
export type KwParts = { readonly court: string; readonly number: string; readonly check: string };

/** Values of the characters by their place in this list; Q and V do not occur. */
const alphabet = '0123456789XABCDEFGHIJKLMNOPRSTUWYZ';
const weights = [1, 3, 7];

const checkDigitOf = (court: string, number: string): number =>
  [...`${court}${number}`].reduce((sum, c, index) => sum + alphabet.indexOf(c) * (weights[index % 3] ?? 0), 0) % 10;

/** Reads a land title register number; the middle may lack its leading zeros, the slashes may be missing when it is whole. */
export const parseKw = (text: string): Parsed<Kw, KwReason, KwParts> => {
  const compact = withoutSeparators(text).toUpperCase();
  const pieces = compact.includes('/')
    ? compact.split('/')
    : [compact.slice(0, 4), compact.slice(4, -1), compact.slice(-1)];
  const [court = '', rawNumber = '', check = ''] = pieces;
  if (pieces.length !== 3) return refused('structure');
  if (court.length !== 4 || rawNumber.length < 1 || rawNumber.length > 8 || check.length !== 1)
    return refused('length');
  if (!compact.includes('/') && rawNumber.length !== 8) return refused('length');
  if (!/^[0-9]+$/.test(`${rawNumber}${check}`) || [...court].some((c) => !alphabet.includes(c)))
    return refused('characters');
  if (!/^[A-Z]{2}\d[A-Z]$/.test(court)) return refused('structure');
  const number = rawNumber.padStart(8, '0');
  if (checkDigitOf(court, number) !== Number(check)) return refused('checksum');
  return { ok: true, value: `${court}/${number}/${check}` as Kw, court, number, check };
};
