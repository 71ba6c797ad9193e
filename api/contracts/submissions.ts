import { z } from 'zod';
import { answers, bothLanguages, id, instant, plainDate } from './basics.ts';
import { route } from './route.ts';

export const fileRef = z.object({ id, name: z.string(), mediaType: z.string(), size: z.int() });

export const draft = z.object({
  id,
  serviceId: z.string(),
  serviceVersion: z.int(),
  answers,
  revision: z.int(),
  updatedAt: instant,
  /** Attachments whose ids stand in the answers. */
  files: z.array(fileRef),
});

export const submission = z.object({
  id,
  receiptNumber: z.string(),
  serviceId: z.string(),
  title: bothLanguages,
  state: z.enum(['received', 'registered', 'case-opened', 'rejected']),
  registerNumber: z.string().nullable(),
  caseId: id.nullable(),
  caseSign: z.string().nullable(),
  submittedAt: instant,
  submittedOn: plainDate,
  /** The official receipt as PDF is at `/api/submissions/{id}/receipt`; ready at once. */
  answersHash: z.string(),
});

export const submissionsRoutes = {
  openDraft: route({
    method: 'POST',
    path: '/drafts',
    summary: 'The one draft of this service for the party acted for: found or begun, filled with what the office knows',
    who: 'resident',
    body: z.object({ serviceId: z.string(), startAnew: z.boolean().default(false) }),
    response: draft,
    problems: ['not-found', 'service-not-for-party'],
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/drafts/{id}',
    summary: 'Keep the answers; incomplete ones too',
    who: 'resident',
    body: z.object({ answers, revision: z.int() }),
    response: draft,
    problems: ['not-found', 'draft-changed-elsewhere'],
  }),
  attach: route({
    method: 'POST',
    path: '/files',
    summary: 'Upload an attachment (field `file`); its type is found from its content',
    who: 'resident',
    consumes: 'multipart/form-data',
    response: fileRef,
    problems: ['file-too-large', 'file-type-not-allowed', 'file-empty', 'file-infected', 'scanner-down'],
  }),
  submit: route({
    method: 'POST',
    path: '/submissions',
    summary: 'File the answers of a draft. Needs an Idempotency-Key; the same key gives the same receipt',
    who: 'resident',
    body: z.object({ draftId: id, answers, revision: z.int() }),
    response: submission,
    problems: [
      'form-invalid',
      'not-found',
      'draft-changed-elsewhere',
      'service-not-for-party',
      'idempotency-key-missing',
      'idempotency-key-reused',
    ],
  }),
  read: route({
    method: 'GET',
    path: '/submissions/{id}',
    summary: 'A filed form',
    who: 'resident',
    response: submission.extend({ answers }),
    problems: ['not-found'],
  }),
  receipt: route({
    method: 'GET',
    path: '/submissions/{id}/receipt',
    summary: 'Official receipt',
    who: 'resident',
    produces: 'application/pdf',
    response: z.unknown(),
    problems: ['not-found'],
  }),
  file: route({
    method: 'GET',
    path: '/files/{id}',
    summary: 'A file that the reader may see',
    who: 'anyone',
    produces: 'application/octet-stream',
    response: z.unknown(),
    problems: ['not-found'],
  }),
};
