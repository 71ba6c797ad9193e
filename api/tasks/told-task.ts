import type { Answer } from '../contract.ts';
import type { tasksRoutes } from '../contracts/tasks.ts';
import type { Task } from './task-rights.ts';

export type TaskSummary = Answer<typeof tasksRoutes.claim>;

/** A task as lists show it; `mine` is for whoever asks. */
export const toldTask = (
  task: Task,
  { assigneeName, mine }: { assigneeName: string | null; mine: boolean },
): TaskSummary => ({
  id: task.id,
  caseId: task.case_id,
  caseSign: task.case_sign,
  name: task.name,
  subject: task.subject,
  partyName: task.party_name,
  status: task.status,
  assigneeName,
  mine,
  dueOn: task.due_on,
  createdAt: task.created_at.toISOString(),
  version: task.version,
});
