import { sql } from 'kysely';
import type { Trx } from '#platform/database/in-transaction';
import type { Task } from './task-rights.ts';
import type { TaskDetail } from './task-details.ts';

type Remark = NonNullable<TaskDetail['remarks']>[number];

/** What staff wrote on the case before this task: why a decision came back, why a letter did. For staff alone. */
export const caseRemarks = async (trx: Trx, task: Task): Promise<Remark[]> => {
  const fromTasks = trx
    .selectFrom('tasks as t')
    .leftJoin('staff as s', 's.id', 't.completed_by')
    .where('t.case_id', '=', task.case_id)
    .where('t.id', '<>', task.id)
    .where('t.status', '=', 'completed')
    .where('t.assignee_party_id', 'is', null)
    .where(sql<string>`t.answers->>'remarks'`, '<>', '')
    .select([
      sql<string | null>`t.name`.as('name'),
      sql<string>`t.answers->>'remarks'`.as('text'),
      's.name as by',
      sql<Date>`t.completed_at`.as('at'),
    ]);
  const fromDoors = trx
    .selectFrom('delivery_attempts as a')
    .innerJoin('deliveries as d', 'd.id', 'a.delivery_id')
    .innerJoin('letters as l', 'l.id', 'd.letter_id')
    .innerJoin('staff as s', 's.id', 'a.collector_id')
    .where('l.case_id', '=', task.case_id)
    .where('a.outcome', '=', 'address-wrong')
    .where('a.reason', 'is not', null)
    .select([
      sql<string | null>`null`.as('name'),
      sql<string>`a.reason`.as('text'),
      sql<string | null>`s.name`.as('by'),
      'a.recorded_at as at',
    ]);
  const rows = await fromTasks.unionAll(fromDoors).orderBy('at').execute();
  return rows.map(({ name, text, by }) => ({ name, text, by }));
};
