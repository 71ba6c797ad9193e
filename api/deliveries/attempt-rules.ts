import type { BodyIn } from '../contract.ts';
import type { deliveriesRoutes } from '../contracts/deliveries.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { DeliveryRow } from './deliveries.repository.ts';

export type Attempt = BodyIn<typeof deliveriesRoutes.record>;

const minute = 60_000;
const onTheWay = ['waiting', 'first-notice', 'second-notice'];

/**
 * The moment in the office's time. A handheld knows only real time; in the demo city the office is ahead by the clock's offset,
 * elsewhere by nothing. A handheld whose clock is ahead of ours would date a delivery in the future.
 */
export const officeMoment = (happenedAt: string, { nowMs, offsetMs }: { nowMs: number; offsetMs: number }): Date => {
  const moment = Date.parse(happenedAt) + offsetMs;
  if (moment > nowMs + 5 * minute) throw new ProblemError('invalid-request', fault('/happenedAt'));
  return new Date(moment);
};

/** Refuses what the law or the letter's state does not allow; `on` is the attempt's day. */
export const checkAttempt = (delivery: DeliveryRow, attempt: Attempt, on: string): void => {
  if (!onTheWay.includes(delivery.state)) throw new ProblemError('delivery-ended');
  const isTaken = attempt.outcome === 'handed-over' || attempt.outcome === 'substitute';
  if (isTaken && !attempt.recipientName) throw new ProblemError('invalid-request', fault('/recipientName'));
  if (attempt.outcome === 'substitute' && (attempt.recipientRelation ?? 'addressee') === 'addressee')
    throw new ProblemError('invalid-request', fault('/recipientRelation'));
  // Whoever cannot or will not sign: the collector notes the day and the reason (Ordynacja podatkowa, art. 152 § 2).
  if (isTaken && !attempt.signature && !attempt.reason) throw new ProblemError('signature-missing');
  // The second notice comes when the letter was not collected within 7 days (Ordynacja podatkowa, art. 150 § 3).
  const isEarly =
    delivery.state === 'first-notice' && delivery.second_notice_from !== null && on < delivery.second_notice_from;
  if (attempt.outcome === 'absent' && isEarly)
    throw new ProblemError('too-early-for-second-notice', { params: { from: delivery.second_notice_from! } });
};

/** The drawn signature's bytes; only a PNG, whatever the data URL says of itself. */
export const signatureBytes = (signature: string): Buffer => {
  const bytes = Buffer.from(signature.slice(signature.indexOf(',') + 1), 'base64');
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  if (!isPng || bytes.length > 200_000) throw new ProblemError('invalid-request', fault('/signature'));
  return bytes;
};

const fault = (pointer: string) => ({ errors: [{ pointer, code: 'custom' }] });
