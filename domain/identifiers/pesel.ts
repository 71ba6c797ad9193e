import type { PlainDate } from '../calendar/plain-date.ts';
import { parsePlainDate } from '../calendar/plain-date.ts';
import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';
import { checkDigits, weightedSum, withoutSeparators } from './digits.ts';

/** The number of a person in the population register, 11 digits (ustawa o ewidencji ludności, art. 15). */
export type Pesel = string & { readonly __unit: 'pesel' };
export type Sex = 'F' | 'M';
export type PeselReason = 'length' | 'characters' | 'date' | 'checksum';

/** The century is added to the month: 80 for the 1800s, then 0, 20, 40 and 60 for the 2200s. */
const centuries = [1900, 2000, 2100, 2200, 1800];
const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

const birthDateOf = (digits: string): PlainDate | undefined => {
  const shiftedMonth = Number(digits.slice(2, 4));
  const year = (centuries[Math.floor(shiftedMonth / 20)] ?? 0) + Number(digits.slice(0, 2));
  const parsed = parsePlainDate(`${year}-${String(shiftedMonth % 20).padStart(2, '0')}-${digits.slice(4, 6)}`);
  return parsed.ok ? parsed.value : undefined;
};

/** Reads a PESEL (spaces and hyphens allowed); gives the date of birth and the sex, or the first failing reason. */
export const parsePesel = (text: string): Parsed<Pesel, PeselReason, { birthDate: PlainDate; sex: Sex }> => {
  const digits = withoutSeparators(text);
  const malformed = checkDigits(digits, 11);
  if (malformed) return refused(malformed);
  const birthDate = birthDateOf(digits);
  if (!birthDate) return refused('date');
  if ((10 - (weightedSum(digits, weights) % 10)) % 10 !== Number(digits[10])) return refused('checksum');
  return { ok: true, value: digits as Pesel, birthDate, sex: Number(digits[9]) % 2 === 1 ? 'M' : 'F' };
};
