import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase } from '../testing/case-file.ts';
import { settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

type Person = Awaited<ReturnType<TestOffice['staff']>>;
let office: TestOffice;
let people: Awaited<ReturnType<typeof settle>>;
let clerk: Person;
let other: Person;
let head: Person;
beforeAll(async () => {
  office = await openTestOffice();
  people = await settle(office);
  clerk = await office.staff(people.clerk);
  head = await office.staff(people.head);
  const colleague = await office.db
    .insertInto('staff')
    .values({
      login: 'colleague',
      name: 'Ewa Wolna',
      email: 'e@example.org',
      roles: ['clerk'],
      groups: ['tax-assessment'],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  other = await office.staff(colleague.id);
}, 60_000);
afterAll(() => office.close());

const group = ['tax-assessment'];
const newTask = async (more: Partial<Parameters<typeof openCase>[2][number]> = {}) =>
  (await openCase(office, people.anna, [{ form: 'verify', groups: group, ...more }])).taskIds[0]!;
const claim = (who: Person, id: string, version = 1) => who('post', `/tasks/${id}/claim`).send({ version });
const accepted = { outcome: 'accept', taxYear: 2026 };
let keys = 0;
const complete = (
  who: Person,
  id: string,
  version: number,
  answers: unknown = accepted,
  key = `key-number-${(keys += 1)}`,
) => who('post', `/tasks/${id}/complete`).set('Idempotency-Key', key).send({ version, answers });
const outboxOf = (id: string) =>
  office.db.selectFrom('outbox').selectAll().where('key', 'like', `task/${id}/%`).execute();

describe('the inbox', () => {
  it('shows the group’s tasks late ones first, page by page, each once', async () => {
    const ids: string[] = [];
    for (let day = 1; day <= 28; day += 1)
      ids.push(await newTask({ dueOn: `2025-01-${String(day).padStart(2, '0')}` }));
    const first = await clerk('get', '/tasks?view=groups&q=rynek');
    expect(first.body.items).toHaveLength(25);
    const second = await clerk('get', `/tasks?view=groups&q=rynek&after=${first.body.next}`);
    const seen = [...first.body.items, ...second.body.items].map((item: { id: string }) => item.id);
    expect(seen.slice(0, 28)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    expect(first.body.counts.groups).toBe(28);
    expect((await head('get', '/tasks?view=groups')).body.items).toEqual([]);
  });

  it('finds by name without diacritics and refuses a cursor that we did not make', async () => {
    expect((await clerk('get', '/tasks?view=groups&q=NOWAK')).body.items).not.toHaveLength(0);
    expect((await clerk('get', '/tasks?view=groups&q=100%25')).body.items).toEqual([]);
    for (const after of ['x', Buffer.from('["yesterday","1"]').toString('base64url')]) {
      const answer = await clerk('get', `/tasks?after=${after}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid-request']);
    }
  });

  it('is closed to residents and strangers', async () => {
    const anna = await office.resident(people.anna);
    expect((await anna('get', '/tasks')).status).toBe(403);
    expect((await office.anyone().get('/api/tasks')).status).toBe(401);
  });
});

describe('taking a task', () => {
  it('gives it to one of two who press together', async () => {
    const id = await newTask();
    const answers = await Promise.all([claim(clerk, id), claim(other, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('task-taken');
  });

  it('is harmless twice, and shows the task as one’s own', async () => {
    const id = await newTask();
    expect((await claim(clerk, id)).body).toMatchObject({ mine: true, version: 2 });
    expect((await claim(clerk, id)).body).toMatchObject({ mine: true, version: 2 });
    expect((await clerk('get', '/tasks?view=mine')).body.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  it('is refused to another group, and to whoever prepared what is to be approved', async () => {
    const id = await newTask({ groups: ['tax-approval'], form: 'approve', excluded: [people.head] });
    expect((await claim(clerk, id)).body.code).toBe('not-found');
    expect((await claim(head, id)).body.code).toBe('task-not-for-you');
    await office.db.updateTable('tasks').set({ assignee_staff_id: people.head }).where('id', '=', id).execute();
    expect((await complete(head, id, 1, { outcome: 'approve' })).body.code).toBe('task-not-yours');
  });

  it('can be undone; the draft stays', async () => {
    const id = await newTask();
    await claim(clerk, id);
    await clerk('put', `/tasks/${id}/draft`)
      .send({ answers: { remarks: 'half' } })
      .expect(200);
    expect((await other('put', `/tasks/${id}/draft`).send({ answers: {} })).body.code).toBe('task-not-yours');
    expect((await other('post', `/tasks/${id}/release`).send({ version: 2 })).body.code).toBe('task-not-yours');
    expect((await clerk('post', `/tasks/${id}/release`).send({ version: 2 })).body).toMatchObject({ mine: false });
    expect((await other('get', `/tasks/${id}`)).body).toMatchObject({ draft: { remarks: 'half' }, mayClaim: true });
  });
});

describe('the page of a task', () => {
  it('has the task’s form beside the filed answers', async () => {
    const { body } = await clerk('get', `/tasks/${await newTask()}`);
    expect(body.form).toMatchObject({ name: 'verify', schema: { type: 'object' } });
    expect(body.filed.answers.taxpayer.familyName).toBe('Nowak');
    expect(body).toMatchObject({ mayClaim: true, mayComplete: false, decision: null, remarks: [] });
  });

  it('says why a colleague sent the case back; a resident reads nothing of it', async () => {
    const { taskIds } = await openCase(office, people.jan, [
      { form: 'approve', groups: ['tax-approval'] },
      { form: 'verify', groups: group },
      { form: 'correct', party: people.jan },
    ]);
    const [approval, verification, correction] = taskIds as [string, string, string];
    await claim(head, approval);
    await complete(head, approval, 2, { outcome: 'reject', remarks: 'The garage is missing' }).expect(200);
    const { body } = await clerk('get', `/tasks/${verification}`);
    const { name } = await office.db
      .selectFrom('staff')
      .select('name')
      .where('id', '=', people.head)
      .executeTakeFirstOrThrow();
    expect(body.remarks).toEqual([{ name: 'approve', text: 'The garage is missing', by: name }]);
    const jan = await office.resident(people.jan);
    expect(JSON.stringify((await jan('get', `/my/tasks/${correction}`)).body)).not.toContain('garage is missing');
  });
});

describe('finishing a task', () => {
  it('keeps answers, audit and the message to the workflow while Temporal is down', async () => {
    const id = await newTask();
    await claim(clerk, id);
    const answer = await complete(clerk, id, 2);
    expect([answer.status, answer.body.task.status, answer.body.nextTaskId]).toEqual([200, 'completed', null]);
    const [message, ...rest] = await outboxOf(id);
    expect(rest).toEqual([]);
    expect(message).toMatchObject({
      delivered_at: null,
      message: { type: 'update', update: 'completeTask', payload: { taskId: id, taskKey: 'verify#0' } },
    });
    const audit = await office.db.selectFrom('audit').selectAll().where('subject_id', '=', id).execute();
    expect(audit.map(({ action }) => action)).toEqual(['task.claimed', 'task.completed']);
    expect(JSON.stringify(audit)).not.toContain('85831401248');
  });

  it('counts once for repeats of one request, and refuses a second completion', async () => {
    const id = await newTask();
    await claim(clerk, id);
    const repeats = await Promise.all(
      Array.from({ length: 5 }, () => complete(clerk, id, 2, accepted, `same-key-${id}`)),
    );
    expect(repeats.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const second = await complete(clerk, id, 3);
    expect([second.status, second.body.code]).toEqual([409, 'task-not-open']);
    const reused = await complete(clerk, id, 2, { outcome: 'noTax' }, `same-key-${id}`);
    expect(reused.body.code).toBe('idempotency-key-reused');
    expect(await outboxOf(id)).toHaveLength(1);
  });

  it('refuses answers that the task’s form does not allow, a stale version and a task of someone else', async () => {
    const id = await newTask();
    await claim(clerk, id);
    const wrong = await complete(clerk, id, 2, { ...accepted, bribe: 100 });
    expect([wrong.status, wrong.body.code, wrong.body.errors[0].pointer]).toEqual([422, 'form-invalid', '/bribe']);
    expect((await complete(clerk, id, 1)).body.code).toBe('task-changed');
    expect((await complete(other, id, 2)).body.code).toBe('task-not-yours');
    const noKey = await clerk('post', `/tasks/${id}/complete`).send({ version: 2, answers: accepted });
    expect(noKey.body.code).toBe('idempotency-key-missing');
    expect(await outboxOf(id)).toEqual([]);
  });
});

describe('a correction by the resident', () => {
  it('replaces the filed answers and keeps the digest of the first in the audit log', async () => {
    const { taskIds, answers, submissionId } = await openCase(office, people.anna, [
      { form: 'correct', party: people.anna },
    ]);
    const id = taskIds[0]!;
    const anna = await office.resident(people.anna);
    expect((await anna('get', '/my/tasks')).body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    const corrected = structuredClone(answers) as typeof answers & { declaration: { place: string } };
    corrected.declaration.place = 'Złotoryja';
    const send = (body: unknown, key: string) =>
      anna('post', `/my/tasks/${id}/complete`).set('Idempotency-Key', key).send({ version: 1, answers: body });
    const wrong = await send({ ...corrected, unknown: true }, 'correct-0001');
    expect([wrong.status, wrong.body.code]).toEqual([422, 'form-invalid']);
    const done = await send(corrected, 'correct-0002');
    expect([done.status, done.body.task?.status]).toEqual([200, 'completed']);
    const filed = await office.db
      .selectFrom('submissions')
      .selectAll()
      .where('id', '=', submissionId)
      .executeTakeFirstOrThrow();
    expect(filed.answers).toMatchObject({ declaration: { place: 'Złotoryja' } });
    const audit = await office.db
      .selectFrom('audit')
      .select(['actor_kind', 'details'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(audit).toMatchObject({
      actor_kind: 'resident',
      details: { previousHash: 'hash of what was filed first', hash: filed.answers_hash },
    });
    expect(await outboxOf(id)).toHaveLength(1);
  });

  it('is not there for anyone else', async () => {
    const { taskIds } = await openCase(office, people.anna, [{ form: 'correct', party: people.anna }]);
    const jan = await office.resident(people.jan);
    expect((await jan('get', `/my/tasks/${taskIds[0]}`)).status).toBe(404);
    const answer = await jan('post', `/my/tasks/${taskIds[0]}/complete`)
      .set('Idempotency-Key', 'jan-tries-1')
      .send({ version: 1, answers: {} });
    expect(answer.status).toBe(404);
  });
});
