import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import type { Question } from '../http/ask.ts';
import { ask, describe, isRefusal } from '../http/ask.ts';
import { signRegistration, signVerification } from './signature.ts';

export type GatewaySettings = { url: string; merchantId: number; posId: number; crc: string; apiKey: string };
export type Registered = { redirectUrl: string };
export type GatewayPayment = {
  status: 'none' | 'advance' | 'paid' | 'returned';
  orderId: number | null;
  amount: number;
};

/** A payment gateway: it takes a payment's registration, tells its state, and calls it paid when we verify. */
export interface PaymentGateway {
  register(input: RegisterInput): Promise<Registered>;
  /** False when the gateway refuses: nothing was paid under that order, or another amount. */
  verify(input: { sessionId: string; orderId: number; amount: number }): Promise<boolean>;
  bySession(sessionId: string): Promise<GatewayPayment | null>;
}
export type RegisterInput = {
  sessionId: string;
  amount: number;
  description: string;
  email: string;
  urlReturn: string;
  urlStatus: string;
};

const registered = z.object({ data: z.object({ token: z.string() }) });
const transaction = z.object({
  data: z.object({ status: z.coerce.number(), orderId: z.coerce.number().nullish(), amount: z.coerce.number() }),
});
const statuses = ['none', 'advance', 'paid', 'returned'] as const;

/** Client of the Przelewy24 REST API. */
export const przelewy24 = ({ url, merchantId, posId, crc, apiKey }: GatewaySettings): PaymentGateway => {
  const authorization = `Basic ${Buffer.from(`${posId}:${apiKey}`).toString('base64')}`;
  const send = (question: Omit<Question, 'url'> & { path: string }) =>
    ask({ ...question, url: `${url}${question.path}`, headers: { authorization } });
  const failed = (what: string, answer: Awaited<ReturnType<typeof send>>): Error =>
    isRefusal(answer) && answer.status !== 401
      ? ApplicationFailure.nonRetryable(describe(what, answer), 'GatewayRejected')
      : new Error(describe(what, answer));

  return {
    register: async (input) => {
      const signed = { sessionId: input.sessionId, merchantId, amount: input.amount, currency: 'PLN' };
      const json = {
        ...signed,
        posId,
        description: input.description,
        email: input.email,
        country: 'PL',
        language: 'pl',
        urlReturn: input.urlReturn,
        urlStatus: input.urlStatus,
        sign: signRegistration(signed, crc),
      };
      const answer = await send({ method: 'POST', path: '/api/v1/transaction/register', json });
      if (answer.status !== 200 && answer.status !== 201) throw failed('Gateway register', answer);
      return { redirectUrl: `${url}/trnRequest/${registered.parse(answer.body).data.token}` };
    },
    verify: async ({ sessionId, orderId, amount }) => {
      const signed = { sessionId, orderId, amount, currency: 'PLN' };
      const json = { ...signed, merchantId, posId, sign: signVerification(signed, crc) };
      const answer = await send({ method: 'PUT', path: '/api/v1/transaction/verify', json });
      if (answer.status === 200) return true;
      if (isRefusal(answer) && answer.status !== 401) return false;
      throw failed('Gateway verify', answer);
    },
    bySession: async (sessionId) => {
      const path = `/api/v1/transaction/by/sessionId/${encodeURIComponent(sessionId)}`;
      const answer = await send({ method: 'GET', path });
      if (answer.status === 404) return null;
      if (answer.status !== 200) throw failed('Gateway by session', answer);
      const { status, orderId, amount } = transaction.parse(answer.body).data;
      return { status: statuses[status] ?? 'none', orderId: orderId || null, amount };
    },
  };
};
