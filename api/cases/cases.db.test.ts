import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openCase } from '../testing/case-file.ts';
import { settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

let office: TestOffice;
let people: Awaited<ReturnType<typeof settle>>;
let annasCase: Awaited<ReturnType<typeof openCase>>;
beforeAll(async () => {
  office = await openTestOffice();
  people = await settle(office);
  annasCase = await openCase(office, people.anna, [
    { form: 'verify', groups: ['tax-assessment'] },
    { form: 'correct', party: people.anna },
  ]);
  const event = (key: string, visible: boolean) => ({
    case_id: annasCase.caseId,
    key,
    at: new Date(),
    kind: key,
    actor_name: 'Katarzyna Zielińska',
    visible_to_party: visible,
  });
  await office.db
    .insertInto('case_events')
    .values([event('registered', true), event('decision-drafted', false)])
    .execute();
}, 60_000);
afterAll(() => office.close());

const kindsOf = (body: { events: { kind: string }[] }) => body.events.map(({ kind }) => kind);

it('shows a resident their case, the part of the timeline that is theirs, and that it waits for them', async () => {
  const anna = await office.resident(people.anna);
  const list = await anna('get', '/my/cases');
  expect(list.body.items).toMatchObject([
    { id: annasCase.caseId, waitsForYou: true, title: { pl: expect.any(String), en: expect.any(String) } },
  ]);
  const { body } = await anna('get', `/my/cases/${annasCase.caseId}`);
  expect(kindsOf(body)).toEqual(['registered']);
  expect(JSON.stringify(body)).not.toContain('Zielińska');
  expect(body.tasks.map((task: { name: string }) => task.name)).toEqual(['correct']);
  expect(body.answers.taxpayer.familyName).toBe('Nowak');
});

it('shows no other resident that it exists', async () => {
  const jan = await office.resident(people.jan);
  expect((await jan('get', '/my/cases')).body.items).toEqual([]);
  expect((await jan('get', `/my/cases/${annasCase.caseId}`)).status).toBe(404);
  expect((await jan('get', `/cases/${annasCase.caseId}`)).status).toBe(403);
});

it('shows the office the whole timeline and all tasks, and a collector nothing', async () => {
  const clerk = await office.staff(people.clerk);
  const { body } = await clerk('get', `/cases/${annasCase.caseId}`);
  expect(kindsOf(body)).toEqual(['registered', 'decision-drafted']);
  expect(body.events[0]).toMatchObject({ actorName: 'Katarzyna Zielińska' });
  expect(body.tasks).toHaveLength(2);
  const collector = await office.staff(people.collector);
  expect((await collector('get', `/cases/${annasCase.caseId}`)).status).toBe(403);
  expect((await collector('get', '/cases')).status).toBe(403);
});

it('finds cases by sign and name, newest first, each once over the pages', async () => {
  for (let number = 0; number < 27; number += 1) await openCase(office, people.jan, []);
  const clerk = await office.staff(people.clerk);
  const first = await clerk('get', '/cases?q=kowalski');
  const second = await clerk('get', `/cases?q=kowalski&after=${first.body.next}`);
  const ids = [...first.body.items, ...second.body.items].map((item: { id: string }) => item.id);
  expect([first.body.items.length, ids.length, new Set(ids).size, second.body.next]).toEqual([25, 27, 27, null]);
  const bySign = await clerk('get', `/cases?q=${encodeURIComponent(`FN-III.3120.${annasCase.caseId.slice(0, 4)}`)}`);
  expect(bySign.body.items.map((item: { id: string }) => item.id)).toContain(annasCase.caseId);
  expect((await clerk('get', '/cases?status=closed')).body.items).toEqual([]);
});

it('lists drafts and filed forms of the party acted for', async () => {
  const anna = await office.resident(people.anna);
  expect((await anna('get', '/my/drafts')).body.items).toEqual([]);
  await anna('post', '/drafts').send({ serviceId: 'podatek-od-nieruchomosci' });
  expect((await anna('get', '/my/drafts')).body.items).toMatchObject([{ serviceId: 'podatek-od-nieruchomosci' }]);
  const filed = await anna('get', '/my/submissions');
  expect(filed.body.items).toMatchObject([{ id: annasCase.submissionId, caseId: annasCase.caseId }]);
});
