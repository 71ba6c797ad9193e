import type { Transitions } from './transitions.ts';

/** Where received money stands. */
export type PaymentState = 'received' | 'matched' | 'unidentified' | 'credited' | 'reversed';

export const paymentTransitions: Transitions<PaymentState> = {
  received: ['matched', 'unidentified'],
  matched: ['credited'],
  unidentified: ['matched', 'credited'],
  credited: ['reversed'],
  reversed: [],
};

/** Where a payment through the gateway stands; `booked` is the operator's settlement on the taxpayer's account. */
export type OnlinePaymentState = 'created' | 'redirected' | 'notified' | 'verified' | 'booked' | 'failed' | 'expired';

/** `failed` and `expired` are not final: the operator repeats notifications, and the payer's bank has the last word. */
export const onlinePaymentTransitions: Transitions<OnlinePaymentState> = {
  created: ['redirected', 'notified', 'failed', 'expired'],
  redirected: ['notified', 'failed', 'expired'],
  notified: ['verified', 'failed'],
  verified: ['booked'],
  booked: [],
  failed: ['notified'],
  expired: ['notified'],
};

/** From `verified` on the payer sees the payment as made; it is booked once, when the money is settled. */
export const isShownAsPaid = (state: OnlinePaymentState): boolean => state === 'verified' || state === 'booked';
