import type { Answers } from '#forms/form';
import type { Trx } from '#platform/database/in-transaction';
import type { Answer } from '../contract.ts';
import type { tasksRoutes } from '../contracts/tasks.ts';
import type { ServicesRepository } from '../services/services.repository.ts';
import type { Task } from './task-rights.ts';
import type { TaskSummary } from './told-task.ts';

export type TaskDetail = Answer<typeof tasksRoutes.read>;
type Rights = { mayClaim: boolean; mayComplete: boolean };

/** The submission of the task's case, on the version that the case keeps. */
export const filedFor = (trx: Trx, task: Task) =>
  trx
    .selectFrom('cases as c')
    .innerJoin('submissions as s', 's.case_id', 'c.id')
    .where('c.id', '=', task.case_id)
    .select(['s.id', 's.answers', 's.answers_hash as answersHash', 's.party_id as partyId'])
    .select(['c.service_id as serviceId', 'c.service_version as serviceVersion'])
    .executeTakeFirstOrThrow();

/** Everything that the page of a task shows; run by whoever may see it. */
export const taskDetail = async (
  trx: Trx,
  services: ServicesRepository,
  { task, summary, rights }: { task: Task; summary: TaskSummary; rights: Rights },
): Promise<TaskDetail> => {
  const filed = await filedFor(trx, task);
  const bundle = (await services.bundle(filed.serviceId, filed.serviceVersion))!;
  const files = await trx
    .selectFrom('submission_files as sf')
    .innerJoin('files as f', 'f.id', 'sf.file_id')
    .where('sf.submission_id', '=', filed.id)
    .select(['f.id', 'f.name', 'f.media_type as mediaType', 'f.size'])
    .orderBy('f.created_at')
    .execute();
  const { schema, ui, texts } = bundle.form;
  const form = task.form ? bundle.tasks[task.form] : undefined;
  return {
    ...summary,
    ...rights,
    elementId: task.element_id,
    serviceId: filed.serviceId,
    serviceVersion: filed.serviceVersion,
    form: form && task.form ? { name: task.form, ...form } : null,
    input: task.input as Answers,
    draft: task.draft as Answers | null,
    answers: task.answers as Answers | null,
    filed: { answers: filed.answers as Answers, form: schema, ui, texts, files },
    decision: null,
  };
};

/** The draft that the task approves, with its derivation; only a task with the form `approve` has one. */
export const decisionOf = async (trx: Trx, task: Task): Promise<Record<string, unknown> | null> => {
  if (task.form !== 'approve') return null;
  const row = await trx
    .selectFrom('tax_decisions as d')
    .innerJoin('staff as s', 's.id', 'd.prepared_by')
    .where('d.case_id', '=', task.case_id)
    .selectAll('d')
    .select('s.name as prepared_by_name')
    .orderBy('d.created_at', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    tax: row.tax,
    year: row.year,
    amount: row.amount,
    exactAmount: row.exact_amount,
    derivation: row.derivation,
    instalments: row.instalments,
    status: row.status,
    preparedBy: row.prepared_by_name,
  };
};
