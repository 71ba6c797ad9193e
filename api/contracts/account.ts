import { z } from 'zod';
import { grosze, id, instant, plainDate } from './basics.ts';
import { route } from './route.ts';

export const instalment = z.object({
  id,
  liabilityId: id,
  tax: z.string(),
  year: z.int(),
  number: z.int(),
  of: z.int(),
  dueOn: plainDate,
  amount: grosze,
  paid: grosze,
  /** Late interest to today, rounded as the law says; zero when it is not charged. */
  interest: grosze,
  state: z.enum(['planned', 'due', 'overdue', 'reminded', 'enforced', 'paid']),
});

export const account = z.object({
  id,
  kind: z.string(),
  bankAccount: z.string(),
  /** To pay now: late and due instalments with interest and costs. */
  dueNow: grosze,
  total: grosze,
  reminderCosts: grosze,
  instalments: z.array(instalment),
  liabilities: z.array(
    z.object({
      id,
      tax: z.string(),
      year: z.int(),
      amount: grosze,
      caseId: id.nullable(),
      derivation: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  bookings: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      debit: grosze,
      credit: grosze,
      effectiveOn: plainDate,
      document: z.string(),
    }),
  ),
  letters: z.array(z.object({ id, kind: z.string(), title: z.string(), fileId: id.nullable(), createdAt: instant })),
});

export const payment = z.object({
  id,
  amount: grosze,
  state: z.enum(['created', 'redirected', 'notified', 'verified', 'booked', 'failed', 'expired']),
  /** Where the browser goes to pay; null until the gateway has answered. */
  redirectUrl: z.string().nullable(),
  createdAt: instant,
});

export const accountRoutes = {
  read: route({
    method: 'GET',
    path: '/my/account',
    summary: 'What the party acted for owes',
    who: 'resident',
    response: z.object({ today: plainDate, accounts: z.array(account), payments: z.array(payment) }),
  }),
  pay: route({
    method: 'POST',
    path: '/my/payments',
    summary: 'Begin a payment of chosen instalments, with their interest and costs. Needs an Idempotency-Key',
    who: 'resident',
    body: z.object({ instalmentIds: z.array(id).min(1).max(50) }),
    response: payment,
    problems: ['not-found', 'nothing-to-pay', 'idempotency-key-missing'],
  }),
  payment: route({
    method: 'GET',
    path: '/my/payments/{id}',
    summary: 'A payment and where it stands',
    who: 'resident',
    response: payment,
    problems: ['not-found'],
  }),
  /** The gateway's server-to-server notification, in the manner of Przelewy24. */
  notify: route({
    method: 'POST',
    path: '/payments/notifications',
    summary: 'Signed notification of the payment gateway',
    who: 'anyone',
    body: z.object({
      merchantId: z.int(),
      posId: z.int(),
      sessionId: z.string().max(100),
      amount: z.int(),
      originAmount: z.int(),
      currency: z.string().max(10),
      orderId: z.int(),
      methodId: z.int(),
      statement: z.string().max(500),
      sign: z.string().max(200),
    }),
    response: z.object({ status: z.literal('OK') }),
    problems: ['signature-wrong', 'not-found', 'amount-wrong'],
  }),
};
