import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { answersHash } from '#forms/answers-hash';
import type { Answers, Form } from '#forms/form';
import { validateAnswers } from '#forms/validate';
import { asResident } from '#platform/database/as-resident';
import type { Trx } from '#platform/database/in-transaction';
import type { Answer, BodyIn } from '../contract.ts';
import type { tasksRoutes } from '../contracts/tasks.ts';
import type { KeyedRequest } from '../idempotency.ts';
import { onceOnly } from '../idempotency.ts';
import { OutboxRelay } from '../outbox/outbox-relay.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import type { Language } from '../problems/language.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { ServicesRepository } from '../services/services.repository.ts';
import type { ResidentSession } from '../session/signed-in.ts';
import { actorOf, requireScope } from '../session/signed-in.ts';
import { attachFiles, checkAttached } from '../submissions/attached-files.ts';
import { completionKey, tellCompletion } from './completion.ts';
import { filedFor, taskDetail } from './task-details.ts';
import type { TaskDetail } from './task-details.ts';
import type { Task } from './task-rights.ts';
import { changeTask, findTask } from './tasks.repository.ts';
import type { TaskSummary } from './told-task.ts';
import { toldTask } from './told-task.ts';

/** The task whose answers are the whole form again. */
const correction = 'correct';

type Office = <O>(piece: () => Promise<O>) => Promise<O>;
type Completion = BodyIn<typeof tasksRoutes.completeMine>;

/** Tasks that wait for the resident, such as a correction of what was filed. */
@Injectable()
export class MyTasksService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(ServicesRepository) private readonly services: ServicesRepository,
    @Inject(OutboxRelay) private readonly outbox: OutboxRelay,
  ) {}

  async list({ person, actingFor }: ResidentSession): Promise<Answer<typeof tasksRoutes.mine>> {
    const rows = await asResident(this.db, person.id, (trx) =>
      trx
        .selectFrom('tasks')
        .selectAll()
        .where('assignee_party_id', '=', actingFor.id)
        .where('status', '=', 'open')
        .orderBy(sql`due_on nulls last`)
        .orderBy('id')
        .limit(200)
        .execute(),
    );
    return { items: rows.map(toldMine) };
  }

  read(resident: ResidentSession, id: string): Promise<TaskDetail> {
    return asResident(this.db, resident.person.id, async (trx) => {
      const task = await own(trx, resident, id);
      const rights = { mayClaim: false, mayComplete: task.status === 'open' };
      return taskDetail(trx, this.services, { task, summary: toldMine(task), rights });
    });
  }

  async complete(
    resident: ResidentSession,
    id: string,
    completion: Completion,
    { request, lang }: { request: KeyedRequest; lang: Language },
  ): Promise<Answer<typeof tasksRoutes.completeMine>> {
    requireScope(resident, 'file');
    const task = await asResident(this.db, resident.person.id, (trx, office) =>
      onceOnly(trx, actorOf(resident), request, () => this.finish(trx, office, { resident, id, completion, lang })),
    );
    await this.outbox.hurry(completionKey(id));
    return { task };
  }

  private async finish(
    trx: Trx,
    office: Office,
    {
      resident,
      id,
      completion,
      lang,
    }: { resident: ResidentSession; id: string; completion: Completion; lang: Language },
  ): Promise<TaskSummary> {
    const task = await own(trx, resident, id, true);
    if (task.status !== 'open') throw new ProblemError('task-not-open');
    if (task.version !== completion.version) throw new ProblemError('task-changed');
    const filed = await filedFor(trx, task);
    const bundle = (await this.services.bundle(filed.serviceId, filed.serviceVersion))!;
    const isCorrection = task.form === correction;
    const form = (isCorrection ? bundle.form : task.form ? bundle.tasks[task.form] : undefined) as Form | undefined;
    const checked = form ? validateAnswers(form, completion.answers, { lang }) : { ok: true as const, answers: {} };
    if (!checked.ok) throw new ProblemError('form-invalid', { errors: checked.errors });
    const details = isCorrection
      ? await this.correct(trx, office, { filed, form: form!, answers: checked.answers })
      : {};
    const done = await changeTask(trx, id, {
      status: 'completed',
      answers: JSON.stringify(checked.answers),
      completed_at: sql<Date>`now()`,
      completed_by: resident.person.id,
    });
    await tellCompletion(trx, done, actorOf(resident), details);
    return toldMine(done);
  }

  /** The corrected answers take the filed ones' place; the audit log keeps the digest of what was filed before. */
  private async correct(
    trx: Trx,
    office: Office,
    { filed, form, answers }: { filed: Awaited<ReturnType<typeof filedFor>>; form: Form; answers: Answers },
  ): Promise<Record<string, unknown>> {
    const attached = await checkAttached(trx, form, answers, filed.partyId);
    const hash = answersHash(answers, (text) => createHash('sha256').update(text).digest('hex'));
    await office(async () => {
      await trx
        .updateTable('submissions')
        .set({ answers: JSON.stringify(answers), answers_hash: hash })
        .where('id', '=', filed.id)
        .execute();
      await attachFiles(trx, filed.id, attached);
    });
    return { submissionId: filed.id, previousHash: filed.answersHash, hash };
  }
}

const toldMine = (task: Task): TaskSummary => toldTask(task, { assigneeName: task.party_name, mine: true });

const own = async (trx: Trx, { actingFor }: ResidentSession, id: string, lock = false): Promise<Task> => {
  const task = await findTask(trx, id, lock);
  if (task?.assignee_party_id !== actingFor.id) throw new ProblemError('not-found');
  return task;
};
