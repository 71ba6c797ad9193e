import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Form } from '#forms/form';
import { validateAnswers } from '#forms/validate';
import { writeAudit } from '#platform/audit';
import { inTransaction } from '#platform/database/in-transaction';
import type { Trx } from '#platform/database/in-transaction';
import type { Answer, BodyIn } from '../contract.ts';
import type { tasksRoutes } from '../contracts/tasks.ts';
import type { KeyedRequest } from '../idempotency.ts';
import { onceOnly } from '../idempotency.ts';
import { OutboxRelay } from '../outbox/outbox-relay.ts';
import { toPage } from '../paging/keyset.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import type { Language } from '../problems/language.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { ServicesRepository } from '../services/services.repository.ts';
import type { StaffSession } from '../session/signed-in.ts';
import { actorOf } from '../session/signed-in.ts';
import { caseRemarks } from './case-remarks.ts';
import { completionKey, tellCompletion } from './completion.ts';
import { decisionOf, filedFor, taskDetail } from './task-details.ts';
import type { TaskDetail } from './task-details.ts';
import { mayClaim, mayComplete, maySee, mayTake } from './task-rights.ts';
import type { Task } from './task-rights.ts';
import { changeTask, countTasks, findTask, keepTaskDraft, listTasks, staffName } from './tasks.repository.ts';
import type { Inbox } from './tasks.repository.ts';
import type { TaskSummary } from './told-task.ts';
import { toldTask } from './told-task.ts';

type Completion = BodyIn<typeof tasksRoutes.complete>;

/** The clerks' inbox. Taking a task is SQL alone; finishing one tells its workflow. */
@Injectable()
export class TasksService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(ServicesRepository) private readonly services: ServicesRepository,
    @Inject(OutboxRelay) private readonly outbox: OutboxRelay,
  ) {}

  async list({ staff }: StaffSession, inbox: Inbox): Promise<Answer<typeof tasksRoutes.list>> {
    const [rows, counts] = await Promise.all([listTasks(this.db, staff, inbox), countTasks(this.db, staff)]);
    const page = toPage(rows);
    const items = page.rows.map((task) =>
      toldTask(task, { assigneeName: task.assignee_name, mine: task.assignee_staff_id === staff.id }),
    );
    return { items, next: page.next, counts };
  }

  read({ staff }: StaffSession, id: string): Promise<TaskDetail> {
    return inTransaction(this.db, async (trx) => {
      const task = await findTask(trx, id);
      if (!task || !maySee(task, staff)) throw new ProblemError('not-found');
      const summary = await tell(trx, task, staff.id);
      const rights = { mayClaim: mayClaim(task, staff), mayComplete: mayComplete(task, staff) };
      const detail = await taskDetail(trx, this.services, { task, summary, rights });
      return { ...detail, decision: await decisionOf(trx, task), remarks: await caseRemarks(trx, task) };
    });
  }

  claim(session: StaffSession, id: string, version: number): Promise<TaskSummary> {
    const { staff } = session;
    return inTransaction(this.db, async (trx) => {
      const task = await this.seen(trx, session, id);
      // The same press twice: the task is theirs already.
      if (task.status === 'open' && task.assignee_staff_id === staff.id) return tell(trx, task, staff.id);
      if (task.status !== 'open') throw new ProblemError('task-not-open');
      if (task.assignee_staff_id)
        throw new ProblemError('task-taken', {
          params: { name: (await staffName(trx, task.assignee_staff_id)) ?? '' },
        });
      if (!mayTake(task, staff)) throw new ProblemError('task-not-for-you');
      if (task.version !== version) throw new ProblemError('task-changed');
      const taken = await changeTask(trx, id, { assignee_staff_id: staff.id, claimed_at: sql<Date>`now()` });
      await writeAudit(trx, { actor: actorOf(session), action: 'task.claimed', subject: { type: 'task', id } });
      return tell(trx, taken, staff.id);
    });
  }

  release(session: StaffSession, id: string, version: number): Promise<TaskSummary> {
    const { staff } = session;
    return inTransaction(this.db, async (trx) => {
      const task = await this.seen(trx, session, id);
      if (task.status === 'open' && !task.assignee_staff_id) return tell(trx, task, staff.id);
      if (task.status !== 'open') throw new ProblemError('task-not-open');
      if (task.assignee_staff_id !== staff.id) throw new ProblemError('task-not-yours');
      if (task.version !== version) throw new ProblemError('task-changed');
      const free = await changeTask(trx, id, { assignee_staff_id: null, claimed_at: null });
      await writeAudit(trx, { actor: actorOf(session), action: 'task.released', subject: { type: 'task', id } });
      return tell(trx, free, staff.id);
    });
  }

  async saveDraft(session: StaffSession, id: string, answers: unknown): Promise<void> {
    if (await keepTaskDraft(this.db, id, session.staff.id, answers)) return;
    const task = await findTask(this.db, id);
    throw new ProblemError(task && maySee(task, session.staff) ? 'task-not-yours' : 'not-found');
  }

  /** One transaction keeps answers, audit and outbox row; then the workflow hears of it, and may name the next task. */
  async complete(
    session: StaffSession,
    id: string,
    completion: Completion,
    { request, lang }: { request: KeyedRequest; lang: Language },
  ): Promise<Answer<typeof tasksRoutes.complete>> {
    const task = await inTransaction(this.db, (trx) =>
      onceOnly(trx, actorOf(session), request, () => this.finish(trx, session, id, completion, lang)),
    );
    const result = (await this.outbox.hurryFor(completionKey(id))) as { nextTaskId?: string | null } | null | undefined;
    return { task, nextTaskId: result?.nextTaskId ?? null };
  }

  private async finish(trx: Trx, session: StaffSession, id: string, { version, answers }: Completion, lang: Language) {
    const task = await this.seen(trx, session, id);
    if (task.status !== 'open') throw new ProblemError('task-not-open');
    if (!mayComplete(task, session.staff)) throw new ProblemError('task-not-yours');
    if (task.version !== version) throw new ProblemError('task-changed');
    const checked = await this.check(trx, task, answers, lang);
    const done = await changeTask(trx, id, {
      status: 'completed',
      answers: JSON.stringify(checked),
      draft: null,
      completed_at: sql<Date>`now()`,
      completed_by: session.staff.id,
    });
    await tellCompletion(trx, done, actorOf(session));
    return tell(trx, done, session.staff.id);
  }

  private async check(trx: Trx, task: Task, answers: unknown, lang: Language) {
    const { serviceId, serviceVersion } = await filedFor(trx, task);
    const form = task.form ? (await this.services.bundle(serviceId, serviceVersion))?.tasks[task.form] : undefined;
    // A task without a form is only confirmed: whatever came with it belongs to no field.
    if (!form) return {};
    const checked = validateAnswers(form as Form, answers, { lang });
    if (!checked.ok) throw new ProblemError('form-invalid', { errors: checked.errors });
    return checked.answers;
  }

  private async seen(trx: Trx, { staff }: StaffSession, id: string): Promise<Task> {
    const task = await findTask(trx, id, true);
    if (!task || !maySee(task, staff)) throw new ProblemError('not-found');
    return task;
  }
}

const tell = async (trx: Trx, task: Task, staffId: string): Promise<TaskSummary> =>
  toldTask(task, {
    assigneeName: await staffName(trx, task.assignee_staff_id),
    mine: task.assignee_staff_id === staffId,
  });
