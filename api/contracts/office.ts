import { z } from 'zod';
import { id, instant, plainDate } from './basics.ts';
import { route } from './route.ts';

const clock = z.object({
  now: instant,
  today: plainDate,
  offsetMs: z.int(),
  waiting: z.array(z.object({ workflowId: z.string(), until: instant })),
});

export const officeRoutes = {
  clock: route({
    method: 'GET',
    path: '/office/clock',
    summary: 'The office clock, and who waits for it',
    who: 'admin',
    response: clock,
  }),
  /** Only in the demo city; the clock never goes back. */
  moveClock: route({
    method: 'POST',
    path: '/office/clock',
    summary: 'Move the office clock of the demo city forward. Needs an Idempotency-Key',
    who: 'admin',
    body: z.union([z.object({ days: z.int().min(1).max(3660) }), z.object({ to: plainDate })]),
    response: clock,
    problems: ['not-a-demo-city', 'clock-goes-forward', 'idempotency-key-missing'],
  }),
  audit: route({
    method: 'GET',
    path: '/office/audit',
    summary: 'The audit log, newest first, with the check of its chain',
    who: 'admin',
    query: z.object({ after: z.string().optional() }),
    response: z.object({
      intact: z.boolean(),
      items: z.array(
        z.object({
          id: z.string(),
          at: instant,
          actorName: z.string(),
          action: z.string(),
          subjectType: z.string(),
          subjectId: z.string(),
          details: z.record(z.string(), z.unknown()),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  incidents: route({
    method: 'GET',
    path: '/office/incidents',
    summary: 'Cases that stopped and wait for an operator',
    who: 'admin',
    response: z.object({
      items: z.array(
        z.object({
          caseId: id,
          caseSign: z.string().nullable(),
          elementId: z.string(),
          incidentKey: z.string(),
          detail: z.string(),
          at: instant,
        }),
      ),
    }),
  }),
  retryIncident: route({
    method: 'POST',
    path: '/office/incidents/retry',
    summary: 'Let a stopped case try again',
    who: 'admin',
    body: z.object({ caseId: id, incidentKey: z.string() }),
    response: z.object({}),
    problems: ['not-found'],
  }),
  health: route({
    method: 'GET',
    path: '/health',
    summary: 'The process lives',
    who: 'anyone',
    response: z.object({ status: z.literal('up') }),
  }),
  ready: route({
    method: 'GET',
    path: '/ready',
    summary: 'Each dependency, up or down; 503 when one is down',
    who: 'anyone',
    response: z.object({
      status: z.enum(['ready', 'not-ready']),
      dependencies: z.record(z.string(), z.object({ status: z.enum(['up', 'down']), detail: z.string().optional() })),
    }),
  }),
};
