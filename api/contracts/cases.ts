import { z } from 'zod';
import { answers, bothLanguages, grosze, id, instant, pageOf, plainDate } from './basics.ts';
import { route } from './route.ts';
import { fileRef } from './submissions.ts';

export const caseSummary = z.object({
  id,
  caseSign: z.string().nullable(),
  serviceId: z.string(),
  serviceVersion: z.int(),
  title: bothLanguages,
  partyName: z.string(),
  status: z.enum(['open', 'closed']),
  outcome: z.string().nullable(),
  openedOn: plainDate,
  dueOn: plainDate,
  closedOn: plainDate.nullable(),
  /** True when the case waits for the reader to do something. */
  waitsForYou: z.boolean(),
});

/** A line of the timeline; its words are the text key `timeline.{kind}` with `params`. */
export const caseEvent = z.object({
  id: z.string(),
  at: instant,
  kind: z.string(),
  elementId: z.string().nullable(),
  params: z.record(z.string(), z.unknown()),
  actorName: z.string().nullable(),
});

export const letter = z.object({
  id,
  kind: z.enum(['submission', 'decision', 'reminder', 'enforcement-title']),
  direction: z.enum(['incoming', 'outgoing']),
  title: z.string(),
  registerNumber: z.string().nullable(),
  fileId: id.nullable(),
  createdAt: instant,
  delivery: z
    .object({
      channel: z.enum(['collector', 'electronic']),
      state: z.string(),
      effectiveOn: plainDate.nullable(),
      rule: z.string().nullable(),
    })
    .nullable(),
});

export const caseDetail = caseSummary.extend({
  events: z.array(caseEvent),
  tasks: z.array(
    z.object({
      id,
      name: z.string(),
      elementId: z.string(),
      status: z.enum(['open', 'completed', 'cancelled']),
      assigneeName: z.string().nullable(),
      mine: z.boolean(),
      dueOn: plainDate.nullable(),
    }),
  ),
  letters: z.array(letter),
  files: z.array(fileRef),
  answers,
  amounts: z.array(
    z.object({
      tax: z.string(),
      year: z.int(),
      amount: grosze,
      derivation: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  activeElements: z.array(z.string()),
  visitedElements: z.array(z.string()),
});

const caseList = z.object({
  status: z.enum(['open', 'closed']).optional(),
  q: z.string().max(100).optional(),
  after: z.string().optional(),
});

export const casesRoutes = {
  mine: route({
    method: 'GET',
    path: '/my/cases',
    summary: 'Cases of the party acted for',
    who: 'resident',
    query: caseList,
    response: pageOf(caseSummary),
  }),
  drafts: route({
    method: 'GET',
    path: '/my/drafts',
    summary: 'Drafts of the party acted for',
    who: 'resident',
    response: z.object({
      items: z.array(z.object({ id, serviceId: z.string(), title: bothLanguages, updatedAt: instant })),
    }),
  }),
  submissions: route({
    method: 'GET',
    path: '/my/submissions',
    summary: 'Filed forms of the party acted for',
    who: 'resident',
    query: z.object({ after: z.string().optional() }),
    response: pageOf(
      z.object({
        id,
        receiptNumber: z.string(),
        title: bothLanguages,
        state: z.string(),
        caseId: id.nullable(),
        submittedAt: instant,
      }),
    ),
  }),
  mineOne: route({
    method: 'GET',
    path: '/my/cases/{id}',
    summary: 'A case of the party acted for',
    who: 'resident',
    response: caseDetail,
    problems: ['not-found'],
  }),
  all: route({
    method: 'GET',
    path: '/cases',
    summary: 'Cases of the office',
    who: 'staff',
    query: caseList,
    response: pageOf(caseSummary),
  }),
  one: route({
    method: 'GET',
    path: '/cases/{id}',
    summary: 'A case of the office',
    who: 'staff',
    response: caseDetail,
    problems: ['not-found'],
  }),
  diagram: route({
    method: 'GET',
    path: '/services/{id}/versions/{version}/diagram',
    summary: 'The BPMN picture of a version, as XML',
    who: 'anyone',
    response: z.object({ xml: z.string() }),
    problems: ['not-found'],
  }),
};
