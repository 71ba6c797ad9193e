import { z } from 'zod';
import { answers, empty, id, instant, pageOf, plainDate } from './basics.ts';
import { route } from './route.ts';
import { fileRef } from './submissions.ts';

export const taskSummary = z.object({
  id,
  caseId: id,
  caseSign: z.string().nullable(),
  name: z.string(),
  subject: z.string(),
  partyName: z.string(),
  status: z.enum(['open', 'completed', 'cancelled']),
  assigneeName: z.string().nullable(),
  mine: z.boolean(),
  dueOn: plainDate.nullable(),
  createdAt: instant,
  version: z.int(),
});

export const taskDetail = taskSummary.extend({
  elementId: z.string(),
  serviceId: z.string(),
  serviceVersion: z.int(),
  /** Null for a task without a form: it is only confirmed. */
  form: z
    .object({
      /** The form's name in the bundle's `tasks/`; its validator is served under it. */
      name: z.string(),
      schema: z.record(z.string(), z.unknown()),
      ui: z.record(z.string(), z.unknown()),
      texts: z.object({ pl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    })
    .nullable(),
  input: answers,
  draft: answers.nullable(),
  answers: answers.nullable(),
  /** The filed answers with the form they were filed on, for reading beside. */
  filed: z.object({
    answers,
    form: z.record(z.string(), z.unknown()),
    ui: z.record(z.string(), z.unknown()),
    texts: z.object({ pl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    files: z.array(fileRef),
  }),
  /** For a task that approves a decision: the amount with its derivation. */
  decision: z.record(z.string(), z.unknown()).nullable(),
  /** For staff: what colleagues remarked on the case before, oldest first; `name` is their task's, null for a letter's delivery. */
  remarks: z.array(z.object({ name: z.string().nullable(), text: z.string(), by: z.string().nullable() })).optional(),
  mayClaim: z.boolean(),
  mayComplete: z.boolean(),
});

const versioned = z.object({ version: z.int() });

export const tasksRoutes = {
  list: route({
    method: 'GET',
    path: '/tasks',
    summary: 'The inbox: tasks by view, late ones first',
    who: 'staff',
    query: z.object({
      view: z.enum(['mine', 'groups', 'open', 'done']).default('groups'),
      q: z.string().max(100).optional(),
      after: z.string().optional(),
    }),
    response: pageOf(taskSummary).extend({
      counts: z.object({ mine: z.int(), groups: z.int(), open: z.int(), done: z.int() }),
    }),
  }),
  read: route({
    method: 'GET',
    path: '/tasks/{id}',
    summary: 'A task with its form and the filed answers',
    who: 'staff',
    response: taskDetail,
    problems: ['not-found'],
  }),
  claim: route({
    method: 'POST',
    path: '/tasks/{id}/claim',
    summary: 'Take a task',
    who: 'staff',
    body: versioned,
    response: taskSummary,
    problems: ['not-found', 'task-taken', 'task-not-open', 'task-not-for-you', 'task-changed'],
  }),
  release: route({
    method: 'POST',
    path: '/tasks/{id}/release',
    summary: 'Give a task back; its draft is kept',
    who: 'staff',
    body: versioned,
    response: taskSummary,
    problems: ['not-found', 'task-not-yours', 'task-not-open', 'task-changed'],
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/tasks/{id}/draft',
    summary: 'Keep unfinished answers',
    who: 'staff',
    body: z.object({ answers }),
    response: empty,
    problems: ['not-found', 'task-not-yours'],
  }),
  complete: route({
    method: 'POST',
    path: '/tasks/{id}/complete',
    summary: 'Finish a task. Needs an Idempotency-Key',
    who: 'staff',
    body: z.object({ version: z.int(), answers }),
    response: z.object({ task: taskSummary, nextTaskId: id.nullable() }),
    problems: ['not-found', 'form-invalid', 'task-not-open', 'task-not-yours', 'task-changed'],
  }),
  /** The resident's own tasks, such as a correction. */
  mine: route({
    method: 'GET',
    path: '/my/tasks',
    summary: 'Tasks that wait for the resident',
    who: 'resident',
    response: z.object({ items: z.array(taskSummary) }),
  }),
  mineOne: route({
    method: 'GET',
    path: '/my/tasks/{id}',
    summary: 'A task that waits for the resident',
    who: 'resident',
    response: taskDetail,
    problems: ['not-found'],
  }),
  completeMine: route({
    method: 'POST',
    path: '/my/tasks/{id}/complete',
    summary:
      'Finish a task of one’s own. Needs an Idempotency-Key. For the task `correct`, `answers` are the whole corrected form',
    who: 'resident',
    body: z.object({ version: z.int(), answers }),
    response: z.object({ task: taskSummary }),
    problems: ['not-found', 'form-invalid', 'task-not-open', 'task-changed'],
  }),
};
