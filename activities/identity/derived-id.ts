import { createHash } from 'node:crypto';

/** Chosen once for this office's own names (RFC 9562, version 5). */
const namespace = Buffer.from('b1f5b1c26a1d5d0f9f0e6a4c7d0b3e52', 'hex');

/** A UUID made from names: whoever repeats a write makes the same row again. */
export const derivedId = (...names: string[]): string => {
  const hash = createHash('sha1').update(namespace).update(names.join('\u0000'), 'utf8').digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
