import { createHash, timingSafeEqual } from 'node:crypto';
import type { BodyIn } from '../contract.ts';
import type { accountRoutes } from '../contracts/account.ts';

export type Notification = BodyIn<typeof accountRoutes.notify>;

/** SHA-384 over compact JSON of the notification's fields and the shared key, in this order (Przelewy24 REST, urlStatus). */
export const notificationSignature = (notification: Omit<Notification, 'sign'>, crc: string): string => {
  const { merchantId, posId, sessionId, amount, originAmount, currency, orderId, methodId, statement } = notification;
  const signed = { merchantId, posId, sessionId, amount, originAmount, currency, orderId, methodId, statement, crc };
  return createHash('sha384').update(JSON.stringify(signed), 'utf8').digest('hex');
};

/** Whether the gateway, and nobody else, sent it. */
export const isSignedByGateway = (notification: Notification, crc: string): boolean => {
  const given = Buffer.from(notification.sign.toLowerCase());
  const expected = Buffer.from(notificationSignature(notification, crc));
  return given.length === expected.length && timingSafeEqual(given, expected);
};
