import { writeAudit } from '#platform/audit';
import type { Actor } from '#platform/audit';
import type { Trx } from '#platform/database/in-transaction';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import type { Task } from './task-rights.ts';

/** One completion of a task, however often it is said. */
export const completionKey = (taskId: string): string => `task/${taskId}/completed`;

/** The workflow hears of the completed task; its answers stay in the store. */
export const tellCompletion = async (
  trx: Trx,
  task: Task,
  actor: Actor,
  details: Record<string, unknown> = {},
): Promise<void> => {
  const key = completionKey(task.id);
  const message: OutboxMessage = {
    type: 'update',
    update: 'completeTask',
    updateId: key,
    payload: { taskId: task.id, taskKey: task.task_key },
  };
  await tell(trx, { key, workflowId: task.workflow_id, message });
  await writeAudit(trx, {
    actor,
    action: 'task.completed',
    subject: { type: 'task', id: task.id },
    details: { caseId: task.case_id, name: task.name, version: task.version, ...details },
  });
};
