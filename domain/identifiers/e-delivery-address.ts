import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';

/** An address for electronic deliveries, `AE:PL-98765-43210-SFVYC-19` (ustawa o doręczeniach elektronicznych, art. 2). */
export type EDeliveryAddress = string & { readonly __unit: 'e-delivery-address' };
export type EDeliveryAddressReason = 'length' | 'structure';
/** Official examples break the checksum in part, so a mismatch is shown to the person but does not refuse the address. */
export type EDeliveryAddressWarning = 'checksum';

const digitSum = (value: number): number => [...String(value)].reduce((sum, digit) => sum + Number(digit), 0);

/** Reads an e-Delivery address; a wrong check number comes as `warning`, not as a refusal. */
export const parseEDeliveryAddress = (
  text: string,
): Parsed<EDeliveryAddress, EDeliveryAddressReason, { warning?: EDeliveryAddressWarning }> => {
  const value = text.replace(/\s/g, '').toUpperCase();
  if (value.length !== 26) return refused('length');
  const match = /^AE:PL-(\d{5})-(\d{5})-([A-Z]{5})-(\d{2})$/.exec(value);
  if (!match) return refused('structure');
  const [, first = '', second = '', letters = '', check = ''] = match;
  const ofLetters = [...letters].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const expected = digitSum(Math.abs(ofLetters - (Number(first) + Number(second))));
  const address = value as EDeliveryAddress;
  return expected === Number(check) ? { ok: true, value: address } : { ok: true, value: address, warning: 'checksum' };
};
