import { termOf } from '#domain/case-terms';
import type { OpenTask, Variables } from '#engine/contract';
import type { Db } from '#platform/database/database';
import { officeToday } from '#platform/office-clock';
import type { Trx } from '#platform/database/in-transaction';
import { caseWithService, usedAnswers } from '../cases/read-case.ts';
import { recordEvent } from '../cases/record-event.ts';
import { derivedId } from '../identity/derived-id.ts';
import { answersNamed } from './answers-named.ts';
import { recordTaskCompleted } from './record-task-completed.ts';

export type TaskToOpen = Omit<OpenTask, 'type'> & {
  caseId: string;
  workflowId: string;
  /** Staff who must not take it: no one approves what they prepared. */
  excludedStaffIds?: string[];
};
export type TaskOutput = { output: Variables; completedBy: string | null };

const applicant = 'applicant';

/** The inbox: workflows open and cancel tasks here, and read what was answered. */
export const taskActivities = ({ db }: { db: Db }) => ({
  openTask: (task: TaskToOpen): Promise<{ taskId: string }> =>
    db.transaction().execute(async (trx) => {
      const found = await caseWithService(trx, task.caseId);
      const taskId = derivedId('task', task.workflowId, task.taskKey);
      const isApplicants = task.assignee === applicant;
      const dueOn = task.dueDate ?? (isApplicants ? await remedyLastDay(trx) : found.dueOn);
      await trx
        .insertInto('tasks')
        .values({
          id: taskId,
          case_id: task.caseId,
          workflow_id: task.workflowId,
          task_key: task.taskKey,
          element_id: task.elementId,
          name: task.name,
          form: task.form,
          candidate_groups: task.candidateGroups,
          assignee_staff_id: isApplicants ? null : await staffIdOf(trx, task.assignee),
          assignee_party_id: isApplicants ? found.partyId : null,
          excluded_staff_ids: task.excludedStaffIds ?? [],
          input: JSON.stringify(task.input),
          service_id: found.serviceId,
          case_sign: found.caseSign,
          subject: found.title,
          party_name: found.partyName,
          due_on: dueOn,
        })
        .onConflict((same) => same.columns(['workflow_id', 'task_key']).doNothing())
        .execute();
      const { caseId, elementId, name } = task;
      const line = { caseId, elementId, key: `task-opened/${taskId}` };
      if (isApplicants) await recordEvent(trx, { ...line, kind: 'returned', params: { name, dueOn } });
      else await recordEvent(trx, { ...line, kind: 'task-opened', params: { name } });
      return { taskId };
    }),

  cancelTask: ({ workflowId, taskKey }: { workflowId: string; taskKey: string }): Promise<void> =>
    db.transaction().execute(async (trx) => {
      const task = await trx
        .updateTable('tasks')
        .set({ status: 'cancelled' })
        .where('workflow_id', '=', workflowId)
        .where('task_key', '=', taskKey)
        .where('status', '=', 'open')
        .returning(['id', 'case_id', 'element_id', 'name'])
        .executeTakeFirst();
      if (!task) return;
      const key = `task-cancelled/${task.id}`;
      const line = { caseId: task.case_id, key, elementId: task.element_id, params: { name: task.name } };
      await recordEvent(trx, { ...line, kind: 'task-cancelled' });
    }),

  /** What was answered, as far as the process names it, and who did it. Null while the task is not completed in the store. */
  readTaskOutput: ({ workflowId, taskKey }: { workflowId: string; taskKey: string }): Promise<TaskOutput | null> =>
    db.transaction().execute(async (trx) => {
      const task = await trx
        .selectFrom('tasks')
        .selectAll()
        .where('workflow_id', '=', workflowId)
        .where('task_key', '=', taskKey)
        .executeTakeFirst();
      if (!task || task.status !== 'completed') return null;
      const found = await caseWithService(trx, task.case_id);
      const answers = (task.answers ?? {}) as Variables;
      const isApplicants = task.assignee_party_id !== null;
      // The applicant's answers are the whole form again; the API has put them into the submission.
      const named = isApplicants ? { form: usedAnswers(found.plan, found.answers) } : answersNamed(found.plan, answers);
      await recordTaskCompleted(trx, task);
      return { output: { ...named, completedBy: task.completed_by }, completedBy: task.completed_by };
    }),

  /** The next open task of the same case that the same person may take: so that work goes on without a look at the list. */
  nextTask: async ({ taskId }: { taskId: string }): Promise<string | null> => {
    const done = await db.selectFrom('tasks').selectAll().where('id', '=', taskId).executeTakeFirst();
    if (!done?.completed_by) return null;
    const staff = await db.selectFrom('staff').selectAll().where('id', '=', done.completed_by).executeTakeFirst();
    const open = await db
      .selectFrom('tasks')
      .selectAll()
      .where('case_id', '=', done.case_id)
      .where('status', '=', 'open')
      .orderBy('due_on')
      .orderBy('created_at')
      .execute();
    const mayTake = open.find((task) =>
      staff
        ? !task.excluded_staff_ids.includes(staff.id) &&
          (task.assignee_staff_id === staff.id ||
            (task.assignee_staff_id === null && task.candidate_groups.some((group) => staff.groups.includes(group))))
        : task.assignee_party_id !== null && task.assignee_party_id === done.assignee_party_id,
    );
    return mayTake?.id ?? null;
  },
});

/** Seven days to remedy defects; the day of the summons is not counted (Ordynacja podatkowa, art. 169 § 1 and art. 12 § 1). */
const remedyLastDay = async (trx: Trx): Promise<string> => termOf('formal-defects', await officeToday(trx)).lastDay;

const staffIdOf = async (trx: Trx, login: string | null): Promise<string | null> =>
  login === null
    ? null
    : ((await trx.selectFrom('staff').select('id').where('login', '=', login).executeTakeFirst())?.id ?? null);
