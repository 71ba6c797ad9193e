import { z } from 'zod';
import { id, instant, plainDate } from './basics.ts';
import { route } from './route.ts';

export const delivery = z.object({
  id,
  letterId: id,
  letterTitle: z.string(),
  registerNumber: z.string().nullable(),
  recipientName: z.string(),
  address: z.object({
    street: z.string(),
    house: z.string(),
    flat: z.string().optional(),
    postcode: z.string(),
    city: z.string(),
  }),
  state: z.enum(['waiting', 'first-notice', 'second-notice', 'delivered', 'deemed', 'refused', 'returned', 'recalled']),
  firstNoticeOn: plainDate.nullable(),
  secondNoticeFrom: plainDate.nullable(),
  deemedOn: plainDate.nullable(),
  effectiveOn: plainDate.nullable(),
  version: z.int(),
});

export const attempt = z.object({
  /** Made by the handheld: a repeated send is one attempt. */
  id,
  outcome: z.enum(['handed-over', 'substitute', 'absent', 'refused', 'address-wrong']),
  /** By the handheld's own clock; in the demo city the office adds the distance of its own. */
  happenedAt: instant,
  recipientName: z.string().trim().min(3).max(120).optional(),
  recipientRelation: z
    .enum(['addressee', 'household-member', 'caretaker', 'property-manager', 'authorised-employee'])
    .optional(),
  noticePlace: z.enum(['mailbox', 'door', 'other-visible']).optional(),
  reason: z.string().trim().max(500).optional(),
  /**
   * The drawn signature as a PNG data URL, at most 200 kB; needed when handed over, unless `reason` says why the recipient
   * cannot or will not sign (Ordynacja podatkowa, art. 152 § 2).
   */
  signature: z.string().max(280_000).startsWith('data:image/png;base64,').optional(),
});

export const deliveriesRoutes = {
  list: route({
    method: 'GET',
    path: '/deliveries',
    summary: 'Letters on the collector’s list',
    who: 'collector',
    query: z.object({ view: z.enum(['open', 'done']).default('open') }),
    response: z.object({ items: z.array(delivery) }),
  }),
  read: route({
    method: 'GET',
    path: '/deliveries/{id}',
    summary: 'A letter to hand over',
    who: 'collector',
    response: delivery.extend({ attempts: z.array(attempt.omit({ signature: true })) }),
    problems: ['not-found'],
  }),
  record: route({
    method: 'POST',
    path: '/deliveries/{id}/attempts',
    summary: 'Record an attempt; its id makes a repeated send harmless',
    who: 'collector',
    body: attempt,
    response: delivery,
    problems: ['not-found', 'delivery-ended', 'signature-missing', 'too-early-for-second-notice'],
  }),
};
