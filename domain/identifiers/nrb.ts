import { DomainError } from '../errors.ts';
import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';
import { checkDigits, weightedSum, withoutSeparators } from './digits.ts';

/** A Polish bank account: 2 check digits, 8 of the sort code, 16 of the account (zarządzenie Prezesa NBP nr 7/2017). */
export type Nrb = string & { readonly __unit: 'nrb' };
export type NrbReason = 'length' | 'characters' | 'checksum';
export type VirtualAccount = { readonly sortCode: string; readonly mask: string; readonly liability: string };

const checkDigitsOf = (bban: string): string => String(98n - (BigInt(`${bban}252100`) % 97n)).padStart(2, '0'); // 2521 stands for PL

/** Reads an account number with or without `PL` and spaces; the canonical form is the 26 digits. */
export const parseNrb = (text: string): Parsed<Nrb, NrbReason> => {
  const digits = withoutSeparators(text).replace(/^PL/i, '');
  const malformed = checkDigits(digits, 26);
  if (malformed) return refused(malformed);
  if (checkDigitsOf(digits.slice(2)) !== digits.slice(0, 2)) return refused('checksum');
  return { ok: true, value: digits as Nrb };
};

/** Whether the 8 digits name a bank branch: the last one checks the first seven. */
export const isSortCode = (text: string): boolean =>
  /^\d{8}$/.test(text) && (10 - (weightedSum(text, [3, 9, 7, 1, 3, 9, 7]) % 10)) % 10 === Number(text[7]);

/** `PL61 1090 1014 …` without the spaces: the account as IBAN. */
export const toIban = (nrb: Nrb): string => `PL${nrb}`;

/** `61 1090 1014 0000 0712 1981 2874`, as slips and letters print it. */
export const formatNrb = (nrb: Nrb): string => [nrb.slice(0, 2), ...(nrb.slice(2).match(/.{4}/g) ?? [])].join(' ');

/** The mass-payment account of one liability: sort code (8), mask of the city (4), liability number (12, zero-padded). */
export const virtualAccount = ({ sortCode, mask, liability }: VirtualAccount): Nrb => {
  const bban = `${sortCode}${mask}${liability.padStart(12, '0')}`;
  if (!isSortCode(sortCode) || !/^\d{4}$/.test(mask) || !/^\d{24}$/.test(bban)) {
    throw new DomainError('virtual-account-invalid', { sortCode, mask, liability });
  }
  return `${checkDigitsOf(bban)}${bban}` as Nrb;
};

/** The parts that a mass-payment account was made of; whether the mask is the city's own is for the caller to check. */
export const partsOfVirtualAccount = (nrb: Nrb): VirtualAccount => ({
  sortCode: nrb.slice(2, 10),
  mask: nrb.slice(10, 14),
  liability: nrb.slice(14),
});
