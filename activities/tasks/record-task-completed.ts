import type { Selectable } from 'kysely';
import type { Trx } from '#platform/database/in-transaction';
import type { TasksTable } from '#platform/database/schema';
import { recordEvent } from '../cases/record-event.ts';

/** The timeline's line of a completed task: who, and with what outcome. */
export const recordTaskCompleted = async (trx: Trx, task: Selectable<TasksTable>): Promise<void> => {
  const { outcome } = (task.answers ?? {}) as { outcome?: unknown };
  await recordEvent(trx, {
    caseId: task.case_id,
    key: `task-completed/${task.id}`,
    kind: 'task-completed',
    elementId: task.element_id,
    actorName: task.assignee_party_id ? task.party_name : await staffNameOf(trx, task.completed_by),
    params: { name: task.name, outcome: typeof outcome === 'string' ? outcome : null },
  });
};

const staffNameOf = async (trx: Trx, id: string | null): Promise<string | null> => {
  if (id === null) return null;
  return (await trx.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null;
};
