import { createHash } from 'node:crypto';

/** SHA-384 over compact JSON in the order written here; slashes and letters beyond ASCII stay as they are (Przelewy24 REST). */
const sign = (fields: Record<string, string | number>): string =>
  createHash('sha384').update(JSON.stringify(fields), 'utf8').digest('hex');

export type Registration = { sessionId: string; merchantId: number; amount: number; currency: string };
export type Notification = {
  merchantId: number;
  posId: number;
  sessionId: string;
  amount: number;
  originAmount: number;
  currency: string;
  orderId: number;
  methodId: number;
  statement: string;
};
export type Verification = { sessionId: string; orderId: number; amount: number; currency: string };

export const signRegistration = ({ sessionId, merchantId, amount, currency }: Registration, crc: string): string =>
  sign({ sessionId, merchantId, amount, currency, crc });

export const signNotification = (notification: Notification, crc: string): string => {
  const { merchantId, posId, sessionId, amount, originAmount, currency, orderId, methodId, statement } = notification;
  return sign({ merchantId, posId, sessionId, amount, originAmount, currency, orderId, methodId, statement, crc });
};

export const signVerification = ({ sessionId, orderId, amount, currency }: Verification, crc: string): string =>
  sign({ sessionId, orderId, amount, currency, crc });
