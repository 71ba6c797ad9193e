import { mkdirSync, writeFileSync } from 'node:fs';
import { addDays, plainDate } from '#domain/calendar/plain-date';
import { fromRoot } from '#platform/project-root';
import { historyToText } from '#workflows/testing/history-text';
import { eventually, openFlowOffice } from '#workflows/testing/flow-office';
import { issueDecision } from '#workflows/testing/issue-decision';
import { settle } from '#workflows/testing/people';
import startServices from './testing/start-services.ts';
import stopServices from './testing/stop-services.ts';

/**
 * Records one history of each workflow for the replay test: run it after a change that old cases need not survive, and
 * commit what it wrote. A change that breaks the replay of the committed ones would break running cases.
 */
const folder = fromRoot('workflows/histories');
await startServices();
const office = await openFlowOffice();
try {
  const people = await settle(office);
  const { db, client } = office;
  const { delivery, submissionId } = await issueDecision(people, people.jan);
  const stateIs = (state: string) =>
    eventually(state, async () => {
      const row = await db.selectFrom('deliveries').select('state').where('id', '=', delivery.id).executeTakeFirst();
      return row?.state === state;
    });
  await people.attempt(delivery, 'absent', people.collector);
  await stateIs('first-notice');
  await office.moveClock({ days: 7 });
  await people.attempt(delivery, 'absent', people.collector);
  await stateIs('second-notice');
  await office.moveClock({ days: 8 });
  await stateIs('deemed');

  const parts = await eventually('instalments', async () => {
    const rows = await db.selectFrom('instalments').selectAll().where('party_id', '=', people.jan).execute();
    return rows.length > 0 && rows;
  });
  const paymentId = await people.pay(people.jan, [parts[0]!.id]);
  const { redirect_url: gateway } = await eventually('the gateway', () =>
    db
      .selectFrom('payments')
      .selectAll()
      .where('id', '=', paymentId)
      .where('state', '=', 'redirected')
      .executeTakeFirst(),
  );
  await fetch(gateway!, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }), redirect: 'manual' });
  await office.moveClock({ days: 1 });
  await client.workflow.getHandle(`payment/${paymentId}`).result();

  await office.moveClock({ to: addDays(plainDate(parts.at(-1)!.due_on), 3) });
  const reminder = await people.delivery('reminder', people.jan);
  await people.attempt(reminder, 'handed-over', people.collector);
  await eventually('the delivered reminder', () =>
    db.selectFrom('reminders').selectAll().where('state', '=', 'delivered').executeTakeFirst(),
  );
  await office.moveClock({ days: 12 });
  const account = await db
    .selectFrom('accounts')
    .select('id')
    .where('party_id', '=', people.jan)
    .executeTakeFirstOrThrow();
  await client.workflow.getHandle(`reminder-escalation/${account.id}`).result();

  // The electronic operator lives in real time: by the office's moved clock its fiction has come at once.
  await issueDecision(people, people.bakery).catch(() => undefined);
  const { letter_id: letterId } = await eventually('the electronic delivery', () =>
    db.selectFrom('deliveries').selectAll().where('channel', '=', 'electronic').executeTakeFirst(),
  );
  await client.workflow.getHandle(`electronic-delivery/${letterId}`).result();

  const caseId = (
    await db.selectFrom('submissions').select('case_id').where('id', '=', submissionId).executeTakeFirstOrThrow()
  ).case_id;
  const ids = {
    submission: `submission/${submissionId}`,
    caseProcess: `case/${caseId}`,
    ezdRegistration: `ezd-registration/${delivery.letter_id}`,
    taxDecision: `tax-decision/${caseId}/taxDecision#1`,
    collectorDelivery: `collector-delivery/${delivery.letter_id}`,
    electronicDelivery: `electronic-delivery/${letterId}`,
    reminderEscalation: `reminder-escalation/${account.id}`,
    payment: `payment/${paymentId}`,
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, workflowId] of Object.entries(ids)) {
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    writeFileSync(`${folder}/${name}.json`, historyToText(history));
    process.stdout.write(`${name}: ${history.events?.length} events\n`);
  }
} finally {
  await office.close();
  await stopServices();
}
