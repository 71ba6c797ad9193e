import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { FlowOffice } from './testing/flow-office.ts';
import { eventually, openFlowOffice } from './testing/flow-office.ts';
import type { People } from './testing/people.ts';
import { settle } from './testing/people.ts';

jest.setTimeout(240_000);
let office: FlowOffice;
let people: People;
beforeAll(async () => {
  office = await openFlowOffice();
  people = await settle(office);
}, 180_000);
afterAll(() => office.close(), 60_000);

const caseOf = (submissionId: string) =>
  office.db
    .selectFrom('cases as c')
    .innerJoin('submissions as s', 's.case_id', 'c.id')
    .selectAll('c')
    .select('s.register_number')
    .where('s.id', '=', submissionId)
    .executeTakeFirstOrThrow();
const closed = (submissionId: string) =>
  eventually('the end of the case', async () => {
    const found = await caseOf(submissionId);
    return found.status === 'closed' && found;
  });
const timeline = async (caseId: string) =>
  (await office.db.selectFrom('case_events').select('kind').where('case_id', '=', caseId).orderBy('id').execute())
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'step' && kind !== 'receipt-sent'); // Mail goes out beside the case.

it('walks from the filed form to the amounts due, and registers each letter once though EZD fails after its work', async () => {
  await office.failEzd({ failNext: 2, mode: 'after' });
  const submissionId = await people.file(people.jan);
  const verify = await people.openTask(submissionId, 'verify');
  const opened = await caseOf(submissionId);
  expect(opened.case_sign).toMatch(/^FN-III\.3120\.\d+\.2026$/);
  expect(opened.register_number).toMatch(/^RPW\/\d+\/2026$/);
  expect(opened.active_elements).toEqual(['verify']);

  await people.completeTask(verify, people.clerk, { outcome: 'accept', remarks: '' });
  const approve = await people.openTask(submissionId, 'approve');
  expect(approve.excluded_staff_ids).toEqual([people.clerk]);
  await office.restartWorker();
  await people.completeTask(approve, people.head, { outcome: 'approve' });

  const delivery = await people.delivery('decision', people.jan);
  expect(delivery.address).toMatchObject({ street: 'Rynek', house: '5', flat: '3' });
  const decision = await office.db
    .selectFrom('tax_decisions')
    .selectAll()
    .where('case_id', '=', opened.id)
    .executeTakeFirstOrThrow();
  expect(decision).toMatchObject({
    status: 'issued',
    amount: 66300,
    exact_amount: '663.180000',
    approved_by: people.head,
  });
  const letter = await office.db
    .selectFrom('letters')
    .selectAll()
    .where('id', '=', decision.letter_id)
    .executeTakeFirstOrThrow();
  expect(letter.register_number).toMatch(/^RPWych\/\d+\/2026$/);
  const file = await office.db
    .selectFrom('files')
    .selectAll()
    .where('id', '=', letter.file_id)
    .executeTakeFirstOrThrow();
  expect((await office.files.get(file.storage_key)).subarray(0, 5).toString()).toBe('%PDF-');

  await people.attempt(delivery, 'handed-over', people.collector);
  expect(await closed(submissionId)).toMatchObject({ outcome: 'Sprawa załatwiona', active_elements: [] });
  const parts = await office.db.selectFrom('instalments').selectAll().where('party_id', '=', people.jan).execute();
  expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(66300);

  const ezd = await office.state<{ sprawy: { identyfikatorZewnetrzny: string }[]; rpw: { idSprawy?: string }[] }>(
    'ezd',
  );
  expect(ezd.sprawy.filter(({ identyfikatorZewnetrzny: id }) => id === opened.id)).toHaveLength(1);
  expect(await timeline(opened.id)).toEqual([
    'submitted',
    'registered',
    'case-opened',
    'task-opened',
    'task-completed',
    'decision-drafted',
    'task-opened',
    'task-completed',
    'decision-approved',
    'decision-issued',
    'delivery-started',
    'delivered',
    'amounts-booked',
    'case-closed',
  ]);
});

it('lets the resident correct, takes a repeated completion as done, and goes back to verification after a refusal', async () => {
  const submissionId = await people.file(people.anna);
  const verify = await people.openTask(submissionId, 'verify');
  await people.completeTask(verify, people.clerk, { outcome: 'return', remarks: 'Brak powierzchni garażu' });
  const correct = await people.openTask(submissionId, 'correct');
  expect(correct).toMatchObject({ assignee_party_id: people.anna, input: { remarks: 'Brak powierzchni garażu' } });

  const again = { updateId: 'a-second-click', args: [{ taskId: verify.id, taskKey: verify.task_key }] as [object] };
  const handle = office.client.workflow.getHandle(verify.workflow_id);
  expect(await handle.executeUpdate('completeTask', again)).toEqual({ nextTaskId: null });

  await people.completeTask(correct, people.anna, {});
  const second = await people.openTask(submissionId, 'verify');
  expect(second.task_key).toBe('verify#2');
  await people.completeTask(second, people.clerk, { outcome: 'accept' });
  const approve = await people.openTask(submissionId, 'approve');
  await people.completeTask(approve, people.head, { outcome: 'reject', remarks: 'Sprawdź udział' });
  const third = await people.openTask(submissionId, 'verify');
  await people.completeTask(third, people.clerk, { outcome: 'noTax', remarks: 'Zwolnienie' });
  expect(await closed(submissionId)).toMatchObject({ outcome: 'Bez wymiaru' });
  const kinds = await timeline((await caseOf(submissionId)).id);
  expect(kinds).toEqual(expect.arrayContaining(['returned', 'decision-rejected', 'case-closed']));
  expect(kinds).not.toContain('decision-issued');
});

it('stops with an incident when the filed event leaves no duty, and goes on when it is tried again', async () => {
  const submissionId = await people.file(people.anna);
  const verify = await people.openTask(submissionId, 'verify');
  await people.completeTask(verify, people.clerk, { outcome: 'accept', taxYear: 2025 });
  const caseId = (await caseOf(submissionId)).id;
  const incident = await eventually('the incident', () =>
    office.db
      .selectFrom('case_events')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('kind', '=', 'incident')
      .executeTakeFirst(),
  );
  const params = incident.params as { incidentKey: string; code: string };
  expect(params.code).toBe('NoTaxDuty');
  const handle = office.client.workflow.getHandle(`case/${caseId}`);
  expect(await handle.query('caseState')).toMatchObject({ incidents: [{ incidentKey: params.incidentKey }] });

  await office.db
    .updateTable('tasks')
    .set({ answers: JSON.stringify({ outcome: 'accept', taxYear: 2026 }) })
    .where('id', '=', verify.id)
    .execute();
  await handle.signal('retryIncident', { incidentKey: params.incidentKey });
  await people.openTask(submissionId, 'approve');
  expect(await timeline(caseId)).toContain('incident-resolved');
  await handle.terminate();
});

it('goes on in a new run with its plan, its open task and its timer', async () => {
  const submissionId = await people.file(people.anna);
  const first = await people.openTask(submissionId, 'verify');
  const caseId = (await caseOf(submissionId)).id;
  const handle = office.client.workflow.getHandle(`case/${caseId}`);
  await handle.terminate('started anew below, with a small limit');
  await office.db.deleteFrom('tasks').where('case_id', '=', caseId).execute();
  await office.client.workflow.start('caseProcess', {
    taskQueue: office.taskQueue,
    workflowId: `case/${caseId}`,
    args: [{ caseId, submissionId, historyLimit: 5 }],
  });
  await people.completeTask(await people.openTask(submissionId, 'verify'), people.clerk, {
    outcome: 'return',
    remarks: 'x',
  });
  const correct = await people.openTask(submissionId, 'correct');
  const runs = async () => {
    const ids: string[] = [];
    for await (const { runId } of office.client.workflow.list({ query: `WorkflowId = "case/${caseId}"` }))
      ids.push(runId);
    return ids.length;
  };
  await eventually('a third run', async () => (await runs()) > 2);
  await people.completeTask(correct, people.anna, {});
  await people.completeTask(await people.openTask(submissionId, 'verify'), people.clerk, {
    outcome: 'return',
    remarks: 'y',
  });
  await people.openTask(submissionId, 'correct');
  expect(first.task_key).toBe('verify#1');

  await office.moveClock({ days: 9 });
  expect(await closed(submissionId)).toMatchObject({ outcome: 'Pozostawiono bez rozpatrzenia' });
  const left = office.db.selectFrom('clock_waits').selectAll().where('workflow_id', '=', `case/${caseId}`);
  expect(await left.execute()).toEqual([]);
});
