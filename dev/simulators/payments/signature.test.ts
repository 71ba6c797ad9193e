import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { signatureOf } from './signature.ts';

type Vector = { operator: string; call: string; fields: Record<string, string | number>; sha384: string };
const vectors = JSON.parse(
  readFileSync(new URL('./vectors/payment-signatures.json', import.meta.url), 'utf8'),
) as Vector[];

it.each(vectors.filter(({ operator }) => operator === 'Przelewy24'))('signs $call as the vector says', (vector) => {
  expect(signatureOf(vector.call as 'register', vector.fields)).toBe(vector.sha384);
});
