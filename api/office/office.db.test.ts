import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, plainDate } from '#domain/calendar/plain-date';
import { openCase } from '../testing/case-file.ts';
import { settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

let office: TestOffice;
let people: Awaited<ReturnType<typeof settle>>;
let admin: Awaited<ReturnType<TestOffice['staff']>>;
beforeAll(async () => {
  office = await openTestOffice();
  people = await settle(office);
  admin = await office.staff(people.admin);
}, 60_000);
afterAll(() => office.close());

const move = (who: typeof admin, key: string = randomUUID()) =>
  who('post', '/office/clock').set('Idempotency-Key', key);

describe('the office clock', () => {
  it('goes forward by days and to a date, tells who waits, and never goes back', async () => {
    await office.db
      .insertInto('clock_waits')
      .values({ workflow_id: 'case/1', wait_key: 'term', until: new Date() })
      .execute();
    const before = (await admin('get', '/office/clock')).body;
    expect(before).toMatchObject({ offsetMs: 0, waiting: [{ workflowId: 'case/1' }] });
    const moved = await move(admin).send({ days: 7 });
    expect(moved.body.today).toBe(addDays(plainDate(before.today), 7));
    const told = await office.db.selectFrom('outbox').select(['workflow_id', 'message']).execute();
    expect(told).toEqual([
      {
        workflow_id: 'case/1',
        message: { type: 'signal', signal: 'officeClockMoved', payload: { offsetMs: 7 * 86_400_000 } },
      },
    ]);
    const back = await move(admin).send({ to: before.today });
    expect([back.status, back.body.code]).toEqual([422, 'clock-goes-forward']);
    const target = addDays(plainDate(before.today), 30);
    expect((await move(admin).send({ to: target })).body.today).toBe(target);
  });

  it('moves once for a request that is sent again, and not without its key', async () => {
    const { body: before } = await admin('get', '/office/clock');
    const answers = await Promise.all([1, 2, 3].map(() => move(admin, 'a-week-forward').send({ days: 7 })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body: after } = await admin('get', '/office/clock');
    expect(after.offsetMs - before.offsetMs).toBe(7 * 86_400_000);
    const keyless = await admin('post', '/office/clock').send({ days: 7 });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('is moved by admins alone, and only in the demo city', async () => {
    expect((await move(await office.staff(people.head)).send({ days: 1 })).status).toBe(403);
    const city = await openTestOffice({
      DEMO_CITY: 'false',
      OIDC_RESIDENT_CLIENT_SECRET: 'a',
      OIDC_STAFF_CLIENT_SECRET: 'b',
      EZD_AKI: 'c',
      EZD_API_KEY: 'd',
      PAYMENTS_CRC: 'e',
      PAYMENTS_API_KEY: 'f',
    });
    const real = await settle(city);
    const answer = await move(await city.staff(real.admin)).send({ days: 1 });
    expect([answer.status, answer.body.code]).toEqual([403, 'not-a-demo-city']);
    await city.close();
  }, 60_000);
});

describe('the audit log', () => {
  it('reads newest first with its chain checked', async () => {
    const { body } = await admin('get', '/office/audit');
    expect(body.intact).toBe(true);
    expect(body.items[0]).toMatchObject({ action: 'clock.moved', actorName: 'Tomasz Wrona' });
    expect((await admin('get', '/office/audit?after=1;drop')).status).toBe(422);
    expect((await (await office.staff(people.clerk))('get', '/office/audit')).status).toBe(403);
  });
});

describe('incidents', () => {
  it('are listed until they are resolved, and can be retried', async () => {
    const { caseId } = await openCase(office, people.anna, []);
    const line = (key: string, kind: string) =>
      office.db
        .insertInto('case_events')
        .values({
          case_id: caseId,
          key,
          at: new Date(),
          kind,
          element_id: 'taxDecision',
          params: JSON.stringify({ incidentKey: 'taxDecision#1', detail: 'No rates for 2031', code: 'failed' }),
        })
        .execute();
    await line('incident/1', 'incident');
    expect((await admin('get', '/office/incidents')).body.items).toMatchObject([
      { caseId, elementId: 'taxDecision', incidentKey: 'taxDecision#1', detail: 'No rates for 2031' },
    ]);
    const retry = () => admin('post', '/office/incidents/retry').send({ caseId, incidentKey: 'taxDecision#1' });
    expect((await retry()).status).toBe(200);
    const told = await office.db
      .selectFrom('outbox')
      .select('message')
      .where('workflow_id', '=', `case/${caseId}`)
      .execute();
    expect(told).toEqual([
      { message: { type: 'signal', signal: 'retryIncident', payload: { incidentKey: 'taxDecision#1' } } },
    ]);
    await line('incident-resolved/1', 'incident-resolved');
    expect((await admin('get', '/office/incidents')).body.items).toEqual([]);
    expect((await retry()).status).toBe(404);
  });
});

describe('health', () => {
  it('lives while Temporal is down, and readiness names what is down', async () => {
    expect((await office.anyone().get('/api/health')).body).toEqual({ status: 'up' });
    const ready = await office.anyone().get('/api/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({
      status: 'not-ready',
      dependencies: { postgres: { status: 'up' }, files: { status: 'up' }, temporal: { status: 'down' } },
    });
  });
});
