import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Answers } from '#forms/form';
import { in1, propertyTax } from './testing/city.ts';
import { eventually, openWholeOffice } from './testing/whole-office.ts';

/** One case through the doors that people use: nothing here writes a table or talks to a workflow. */
let office: Awaited<ReturnType<typeof openWholeOffice>>;
type Person = Awaited<ReturnType<typeof office.resident>>;
let anna: Person;
let clerk: Person;
let head: Person;
let collector: Person;
let admin: Person;
beforeAll(async () => {
  office = await openWholeOffice();
  anna = await office.resident(office.people.anna);
  clerk = await office.staff(office.people.clerk);
  head = await office.staff(office.people.head);
  collector = await office.staff(office.people.collector);
  admin = await office.staff(office.people.admin);
}, 120_000);
afterAll(() => office.close());

type Item = { id: string; version: number; name: string };
const key = () => `story-${randomUUID()}`;
const groupTask = (who: Person, caseId: string) =>
  eventually('the task in the inbox', async () => {
    const { items } = (await who('get', '/tasks?view=groups')).body as { items: (Item & { caseId: string })[] };
    return items.find((item) => item.caseId === caseId);
  });
const claim = async (who: Person, { id, version }: Item) =>
  (await who('post', `/tasks/${id}/claim`).send({ version }).expect(200)).body as Item;
const complete = (who: Person, { id, version }: Item, answers: object) =>
  who('post', `/tasks/${id}/complete`).set('Idempotency-Key', key()).send({ version, answers }).expect(200);

let caseId: string;
let answers: Answers;

it('files a form, which is registered and becomes a case', async () => {
  const draft = (await anna('post', '/drafts').send({ serviceId: propertyTax })).body as {
    id: string;
    revision: number;
    answers: Answers;
  };
  answers = in1(draft.answers);
  const filed = await anna('post', '/submissions')
    .set('Idempotency-Key', key())
    .send({ draftId: draft.id, revision: draft.revision, answers })
    .expect(200);
  const opened = await eventually('the case', async () => {
    const { body } = await anna('get', `/submissions/${filed.body.id}`);
    return body.caseId && body.caseSign ? body : null;
  });
  expect(opened).toMatchObject({
    registerNumber: expect.stringMatching(/^RPW\//),
    caseSign: expect.stringMatching(/^FN/),
  });
  caseId = opened.caseId;
}, 60_000);

it('is returned to the resident, who corrects it', async () => {
  const verify = await claim(clerk, await groupTask(clerk, caseId));
  await complete(clerk, verify, { outcome: 'return', remarks: 'Proszę poprawić powierzchnię.' });
  const [task] = await eventually('the resident’s task', async () => {
    const { items } = (await anna('get', '/my/tasks')).body as { items: Item[] };
    return items.length > 0 && items;
  });
  const detail = await anna('get', `/my/tasks/${task!.id}`);
  expect(detail.body.input.remarks).toBe('Proszę poprawić powierzchnię.');
  const corrected = structuredClone(answers) as Answers & { objects: { land: { area: string }[] } };
  corrected.objects.land[0]!.area = '700';
  await anna('post', `/my/tasks/${task!.id}/complete`)
    .set('Idempotency-Key', key())
    .send({ version: task!.version, answers: corrected })
    .expect(200);
}, 60_000);

it('loses nothing when a task is finished while no worker runs', async () => {
  const verify = await claim(clerk, await groupTask(clerk, caseId));
  await office.stopWorker();
  const done = await complete(clerk, verify, { outcome: 'accept' });
  expect(done.body).toMatchObject({ task: { status: 'completed' }, nextTaskId: null });
  await office.startWorker();
  await groupTask(head, caseId);
}, 60_000);

it('is decided by another person than the one who prepared it', async () => {
  const task = await groupTask(head, caseId);
  const { decision } = (await head('get', `/tasks/${task.id}`)).body as { decision: Record<string, unknown> };
  expect(decision).toMatchObject({ status: 'draft', preparedBy: 'Katarzyna Zielińska', amount: expect.any(Number) });
  await complete(head, await claim(head, task), { outcome: 'approve' });
  const letter = await eventually('the decision', async () => {
    const { letters } = (await anna('get', `/my/cases/${caseId}`)).body as { letters: Record<string, unknown>[] };
    return letters.find(({ kind, registerNumber, fileId }) => kind === 'decision' && registerNumber && fileId);
  });
  const pdf = await anna('get', `/files/${String(letter.fileId)}`).buffer(true);
  expect(pdf.headers['content-type']).toBe('application/pdf');
}, 60_000);

it('is delivered by two notices and the fiction, which the time machine brings about', async () => {
  const delivery = await eventually('the letter on the list', async () => {
    const { items } = (await collector('get', '/deliveries')).body as { items: { id: string; state: string }[] };
    return items[0];
  });
  const absent = () =>
    collector('post', `/deliveries/${delivery.id}/attempts`).send({
      id: randomUUID(),
      outcome: 'absent',
      noticePlace: 'mailbox',
      happenedAt: new Date().toISOString(),
    });
  const stateIs = (state: string) =>
    eventually(state, async () => (await collector('get', `/deliveries/${delivery.id}`)).body.state === state);
  await absent().expect(200);
  await stateIs('first-notice');
  expect((await absent()).body.code).toBe('too-early-for-second-notice');
  await admin('post', '/office/clock').set('Idempotency-Key', key()).send({ days: 8 }).expect(200);
  await absent().expect(200);
  await stateIs('second-notice');
  await admin('post', '/office/clock').set('Idempotency-Key', key()).send({ days: 8 }).expect(200);
  await stateIs('deemed');
}, 90_000);

it('books the instalments, takes a payment through the gateway, and closes', async () => {
  type Instalment = { id: string; amount: number; paid: number; state: string };
  const instalments = async (): Promise<Instalment[]> => {
    const { accounts } = (await anna('get', '/my/account')).body as { accounts: { instalments: Instalment[] }[] };
    return accounts[0]?.instalments ?? [];
  };
  const [first] = await eventually('the instalments', async () => {
    const booked = await instalments();
    return booked.length > 0 && booked;
  });
  const begun = await anna('post', '/my/payments')
    .set('Idempotency-Key', key())
    .send({ instalmentIds: [first!.id] })
    .expect(200);
  const redirectUrl = await eventually('the gateway’s address', async () => {
    const { body } = await anna('get', `/my/payments/${begun.body.id}`);
    return body.redirectUrl as string | null;
  });
  // The simulator tells its address by name; here it listens on the loopback alone.
  await fetch(redirectUrl, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }), redirect: 'manual' });
  await eventually('the booked payment', async () => (await instalments())[0]!.state === 'paid');
  const closed = await eventually('the closed case', async () => {
    const { body } = await anna('get', `/my/cases/${caseId}`);
    return body.status === 'closed' && body;
  });
  const kinds = closed.events.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(['registered', 'returned', 'decision-issued', 'delivered', 'amounts-booked']),
  );
  const audit = await admin('get', '/office/audit');
  expect(audit.body.intact).toBe(true);
}, 90_000);
