import { warsawDate } from '#domain/calendar/warsaw';
import type { SentMessage } from './client.ts';

/** What the evidence of a sent message says so far; days are days in Warsaw. */
export type Evidence =
  | { status: 'waiting' | 'failed'; arrivedOn: string | null }
  | { status: 'delivered'; arrivedOn: string | null; deliveredOn: string };

/**
 * D.1 tells the arrival in the addressee's box, E.1 the receipt; A.2, B.2, B.3, D.2 and E.2 that it went no further
 * (ETSI EN 319 522-1, the names as e-Doręczenia shows them). The system outside knows only real time; in the demo city the
 * office is ahead of it by `offsetMs`.
 */
export const readEvidenceOf = (message: SentMessage | null, offsetMs: number): Evidence => {
  if (!message) return { status: 'waiting', arrivedOn: null };
  const dayOf = (instant: string): string => warsawDate(Date.parse(instant) + offsetMs);
  const of = (...types: string[]) => message.evidences.find(({ type }) => types.includes(type));
  const arrival = of('D.1');
  const arrivedOn = arrival ? dayOf(arrival.at) : null;
  const receipt = of('E.1');
  if (receipt) return { status: 'delivered', arrivedOn, deliveredOn: dayOf(receipt.at) };
  const isFailed =
    of('A.2', 'B.2', 'B.3', 'D.2', 'E.2') || ['Odrzucona', 'Niedoręczona'].includes(message.status ?? '');
  return { status: isFailed ? 'failed' : 'waiting', arrivedOn };
};
