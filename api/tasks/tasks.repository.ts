import { sql } from 'kysely';
import type { Selectable, UpdateObject } from 'kysely';
import type { Trx } from '#platform/database/in-transaction';
import type { Database, TasksTable } from '#platform/database/schema';
import type { QueryIn } from '../contract.ts';
import type { tasksRoutes } from '../contracts/tasks.ts';
import { holdsText } from '../paging/like.ts';
import { olderThan, pageSize, readCursor } from '../paging/keyset.ts';
import type { Db } from '../parts.ts';
import type { StaffSession } from '../session/signed-in.ts';

export type Inbox = QueryIn<typeof tasksRoutes.list>;
export type ListedTask = Selectable<TasksTable> & { assignee_name: string | null; sorted_by: string };

const textArray = (values: string[]) => sql`${values}::text[]`;

/** The condition of each view of the inbox. */
const views = (staff: StaffSession['staff']) => {
  const inGroups = sql<boolean>`t.candidate_groups && ${textArray(staff.groups)}`;
  const isOverseer = staff.roles.includes('head') || staff.roles.includes('admin');
  const isFree = sql`t.assignee_staff_id is null and t.assignee_party_id is null`;
  return {
    mine: sql<boolean>`t.status = 'open' and t.assignee_staff_id = ${staff.id}::uuid`,
    groups: sql<boolean>`t.status = 'open' and ${isFree} and ${inGroups} and not ${staff.id}::uuid = any(t.excluded_staff_ids)`,
    open: isOverseer ? sql<boolean>`t.status = 'open'` : sql<boolean>`t.status = 'open' and ${inGroups}`,
    done: sql<boolean>`t.status = 'completed' and t.completed_by = ${staff.id}::uuid`,
  };
};

const searched = sql`concat_ws(' ', t.subject, t.party_name, t.case_sign, t.name)`;

/** A page of the inbox, one row more than fits: late ones first, and what is done newest first. */
export const listTasks = (db: Db, staff: StaffSession['staff'], { view, q, after }: Inbox): Promise<ListedTask[]> => {
  const query = db
    .selectFrom('tasks as t')
    .leftJoin('staff as s', 's.id', 't.assignee_staff_id')
    .selectAll('t')
    .select('s.name as assignee_name')
    .where(views(staff)[view])
    .where(holdsText(searched, q))
    .limit(pageSize + 1);
  if (view === 'done')
    return query
      .select(sql<string>`t.completed_at::text`.as('sorted_by'))
      .where(olderThan('t.completed_at', 't.id', after))
      .orderBy('t.completed_at', 'desc')
      .orderBy('t.id', 'desc')
      .execute();
  const due = sql`coalesce(t.due_on, 'infinity'::date)`;
  const from = readCursor(after);
  return query
    .select(sql<string>`${due}::text`.as('sorted_by'))
    .where(from ? sql<boolean>`(${due}, t.id) > (${from[0]}::date, ${from[1]}::uuid)` : sql<boolean>`true`)
    .orderBy(sql`${due}`)
    .orderBy('t.id')
    .execute();
};

export const countTasks = async (db: Db, staff: StaffSession['staff']) => {
  const { mine, groups, open, done } = views(staff);
  const count = (view: typeof mine) => sql<number>`count(*) filter (where ${view})`;
  return (
    db
      .selectFrom('tasks as t')
      .select([count(mine).as('mine'), count(groups).as('groups'), count(open).as('open'), count(done).as('done')])
      // Other people's finished tasks are most of the table: both halves have an index.
      .where(sql<boolean>`(t.status = 'open' or ${done})`)
      .executeTakeFirstOrThrow()
  );
};

/** One task; `lock` holds it until the end of the transaction, so that two people who complete it come one after the other. */
export const findTask = (db: Db | Trx, id: string, lock = false): Promise<Selectable<TasksTable> | undefined> => {
  const query = db.selectFrom('tasks').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

/** Writes the task as its next version. */
export const changeTask = (
  trx: Trx,
  id: string,
  change: UpdateObject<Database, 'tasks'>,
): Promise<Selectable<TasksTable>> =>
  trx
    .updateTable('tasks')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const keepTaskDraft = async (db: Db, id: string, staffId: string, answers: unknown): Promise<boolean> => {
  const result = await db
    .updateTable('tasks')
    .set({ draft: JSON.stringify(answers) })
    .where('id', '=', id)
    .where('assignee_staff_id', '=', staffId)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

export const staffName = async (db: Db | Trx, id: string | null): Promise<string | null> => {
  if (!id) return null;
  return (await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null;
};
