import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { Notification, Registration, Verification } from './signature.ts';
import { signNotification, signRegistration, signVerification } from './signature.ts';

type Vector = { operator: string; call: string; fields: { crc: string }; sha384: string };
const path = '../shared/samples/vectors/payment-signatures.json';
const own: Vector[] = [
  {
    operator: 'Przelewy24',
    call: 'register',
    fields: {
      sessionId: 'LIAB-202600012345-1',
      merchantId: 12345,
      amount: 22100,
      currency: 'PLN',
      crc: '0123456789abcdef',
    },
    sha384: '9d79be58a298c13933c3de78ad3e50ce4dbdd1c16f71e765c9102259fba0f3f6482593dc1c05c0a29f8b4111a0986130',
  } as Vector,
];
const vectors = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Vector[]) : own;

const signatureOf = ({ call, fields: { crc, ...fields } }: Vector): string => {
  if (call === 'register') return signRegistration(fields as Registration, crc);
  if (call === 'notification') return signNotification(fields as Notification, crc);
  return signVerification(fields as Verification, crc);
};

it.each(vectors.filter(({ operator }) => operator === 'Przelewy24'))(
  'signs a $call call as the published vector',
  (vector) => {
    expect(signatureOf(vector)).toBe(vector.sha384);
  },
);

it('does not depend on the order in which the fields came', () => {
  const fields = { currency: 'PLN', amount: 22100, merchantId: 12345, sessionId: 'LIAB-202600012345-1' };
  expect(signRegistration(fields, '0123456789abcdef')).toBe(own[0]!.sha384);
});
