import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { isSignedByGateway, notificationSignature } from './notification-signature.ts';

const crc = '0123456789abcdef';
const notification = {
  merchantId: 12345,
  posId: 12345,
  sessionId: 'LIAB-202600012345-1',
  amount: 22100,
  originAmount: 22100,
  currency: 'PLN',
  orderId: 987654321,
  methodId: 154,
  statement: 'p24-A12-B34-C56',
};
const sign = '35558b86ce117771d5ca19123f2b9eb8e2aa06d6b6cd89f3dbf74badadecb910aeed29662eebd878db6d2b81b20b21c1';

it('signs a notification as the gateway does', () => {
  expect(notificationSignature(notification, crc)).toBe(sign);
});

it('holds against the shared vectors where they are', () => {
  const file = '../shared/samples/vectors/payment-signatures.json';
  if (!existsSync(file)) return console.warn(`skipped: ${file} is not here`);
  type Vector = { call: string; fields: typeof notification & { crc: string }; sha384: string };
  const vectors = (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).filter(({ call }) => call === 'notification');
  expect(vectors.length).toBeGreaterThan(0);
  for (const { fields, sha384 } of vectors) expect(notificationSignature(fields, fields.crc)).toBe(sha384);
});

it('knows a forged amount, another key and a cut signature', () => {
  expect(isSignedByGateway({ ...notification, sign }, crc)).toBe(true);
  expect(isSignedByGateway({ ...notification, amount: 1, sign }, crc)).toBe(false);
  expect(isSignedByGateway({ ...notification, sign }, 'another key')).toBe(false);
  expect(isSignedByGateway({ ...notification, sign: sign.slice(0, 40) }, crc)).toBe(false);
});
