import { createHash } from 'node:crypto';

type Fields = Record<string, string | number>;

/** Which fields each call signs, in the operator's order; `crc` is the secret that both sides share. */
const signed = {
  register: ['sessionId', 'merchantId', 'amount', 'currency', 'crc'],
  notification: [
    'merchantId',
    'posId',
    'sessionId',
    'amount',
    'originAmount',
    'currency',
    'orderId',
    'methodId',
    'statement',
    'crc',
  ],
  verify: ['sessionId', 'orderId', 'amount', 'currency', 'crc'],
} as const;

/** SHA-384 of the compact JSON of a call's signed fields; slashes and Polish letters stay as they are. */
export const signatureOf = (call: keyof typeof signed, fields: Fields): string => {
  const ordered = Object.fromEntries(signed[call].map((name) => [name, fields[name]]));
  return createHash('sha384').update(JSON.stringify(ordered)).digest('hex');
};
