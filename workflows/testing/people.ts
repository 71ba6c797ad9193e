import { randomUUID } from 'node:crypto';
import { loadPeople } from '#dev/city/load';
import { companies, residents } from '#dev/city/people';
import { compile } from '#engine/compile';
import type { Sources } from '#engine/compile';
import type { OutboxMessage } from '../messages.ts';
import { workflowIds } from '../messages.ts';
import { loadCatalog } from '#platform/catalog/load';
import { inTransaction } from '#platform/database/in-transaction';
import { officeClock } from '#platform/office-clock';
import { tell } from '#platform/outbox';
import { fromRoot } from '#platform/project-root';
import type { FlowOffice } from './flow-office.ts';
import { eventually } from './flow-office.ts';

/** What people do, as the API writes it: one transaction with its outbox row. */
export const settle = async ({ db }: FlowOffice) => {
  await loadPeople(db);
  await loadCatalog(db, fromRoot('catalog'), ({ process, decisions, tasks, form }) =>
    compile({
      processXml: process,
      decisions,
      forms: Object.fromEntries(Object.entries(tasks).map(([key, { schema }]) => [key, schema])) as Sources['forms'],
      formSchema: form.schema as Sources['formSchema'],
    }),
  );
  const staffId = async (login: string) =>
    (await db.selectFrom('staff').select('id').where('login', '=', login).executeTakeFirstOrThrow()).id;
  const partyId = async (column: 'pesel' | 'nip', value: string) =>
    (await db.selectFrom('parties').select('id').where(column, '=', value).executeTakeFirstOrThrow()).id;
  const [anna, jan, maria] = residents;

  return {
    anna: await partyId('pesel', anna!.pesel),
    jan: await partyId('pesel', jan!.pesel),
    maria: await partyId('pesel', maria!.pesel),
    bakery: await partyId('nip', companies[0].nip),
    clerk: await staffId('k.zielinska'),
    head: await staffId('b.krol'),
    collector: await staffId('m.szybki'),

    file: async (party: string, filedBy = party): Promise<string> => {
      const submissionId = randomUUID();
      const { now, today } = await officeClock(db);
      const { version } = await db.selectFrom('service_versions').select('version').executeTakeFirstOrThrow();
      await inTransaction(db, async (trx) => {
        await trx
          .insertInto('submissions')
          .values({
            id: submissionId,
            receipt_number: `EU/2026/${submissionId.slice(0, 6)}`,
            service_id: 'podatek-od-nieruchomosci',
            service_version: version,
            filed_by: filedBy,
            party_id: party,
            answers: JSON.stringify(in1),
            answers_hash: 'hash',
            submitted_at: now,
            submitted_on: today,
          })
          .execute();
        const message: OutboxMessage = { type: 'start', workflow: 'submission', input: { submissionId } };
        await tell(trx, {
          key: `submission/${submissionId}`,
          workflowId: workflowIds.submission(submissionId),
          message,
        });
      });
      return submissionId;
    },

    openTask: (submissionId: string, form: string) =>
      eventually(`the task ${form}`, () =>
        db
          .selectFrom('tasks as t')
          .innerJoin('submissions as s', 's.case_id', 't.case_id')
          .selectAll('t')
          .where('s.id', '=', submissionId)
          .where('t.form', '=', form)
          .where('t.status', '=', 'open')
          .executeTakeFirst(),
      ),

    completeTask: async (task: { id: string; workflow_id: string; task_key: string }, by: string, answers: object) => {
      await inTransaction(db, async (trx) => {
        await trx
          .updateTable('tasks')
          .set({ status: 'completed', answers: JSON.stringify(answers), completed_by: by, completed_at: new Date() })
          .where('id', '=', task.id)
          .execute();
        const payload = { taskId: task.id, taskKey: task.task_key };
        const message: OutboxMessage = { type: 'update', update: 'completeTask', updateId: task.id, payload };
        await tell(trx, { key: `task/${task.id}`, workflowId: task.workflow_id, message });
      });
    },

    delivery: (kind: 'decision' | 'reminder', party: string) =>
      eventually(`the delivery of the ${kind}`, () =>
        db
          .selectFrom('deliveries as d')
          .innerJoin('letters as l', 'l.id', 'd.letter_id')
          .selectAll('d')
          .where('l.kind', '=', kind)
          .where('d.party_id', '=', party)
          .where('d.effective_on', 'is', null)
          .executeTakeFirst(),
      ),

    attempt: async (delivery: { id: string; letter_id: string }, outcome: Attempted, by: string): Promise<void> => {
      const attemptId = randomUUID();
      const { now, today } = await officeClock(db);
      await inTransaction(db, async (trx) => {
        await trx
          .insertInto('delivery_attempts')
          .values({
            id: attemptId,
            delivery_id: delivery.id,
            outcome,
            happened_at: now,
            happened_on: today,
            collector_id: by,
          })
          .execute();
        const message: OutboxMessage = { type: 'signal', signal: 'deliveryAttempted', payload: { attemptId } };
        const workflowId = workflowIds.collectorDelivery(delivery.letter_id);
        await tell(trx, { key: `attempt/${attemptId}`, workflowId, message });
      });
    },

    pay: async (party: string, instalmentIds: string[]): Promise<string> => {
      const paymentId = randomUUID();
      const { today } = await officeClock(db);
      const items = await db.selectFrom('instalments').selectAll().where('id', 'in', instalmentIds).execute();
      const account = await db
        .selectFrom('accounts')
        .select('id')
        .where('party_id', '=', party)
        .executeTakeFirstOrThrow();
      const amount = items.reduce((sum, item) => sum + item.amount - item.principal_paid, 0);
      await inTransaction(db, async (trx) => {
        const payment = { party_id: party, paid_by: party, account_id: account.id, amount, created_on: today };
        await trx
          .insertInto('payments')
          .values({ id: paymentId, ...payment })
          .execute();
        for (const item of items) {
          const left = item.amount - item.principal_paid;
          await trx
            .insertInto('payment_items')
            .values({ payment_id: paymentId, instalment_id: item.id, amount: left })
            .execute();
        }
        const message: OutboxMessage = { type: 'start', workflow: 'payment', input: { paymentId } };
        await tell(trx, { key: `payment/${paymentId}`, workflowId: workflowIds.payment(paymentId), message });
      });
      return paymentId;
    },
  };
};
export type People = Awaited<ReturnType<typeof settle>>;
type Attempted = 'handed-over' | 'absent' | 'refused' | 'address-wrong';

const place = {
  address: 'Złotoryjska 12, Legnica',
  parcel: '026201_1.0012.45/6',
  right: 'ownership',
  sharing: 'whole',
};
/** An IN-1 whose tax is 663 zł for nine twelfths of 884,24 zł (example E5 of the property tax): bought in March 2026. */
export const in1 = {
  purpose: { kind: 'information', event: 'acquisition', eventMonth: '2026-03', taxpayerKind: 'owner' },
  taxpayer: {
    givenName: 'Anna',
    familyName: 'Nowak',
    identifierKind: 'pesel',
    birthDate: '1885-03-14',
    address: { street: 'Rynek', house: '5', flat: '3', postcode: '59-220', city: 'Legnica' },
    otherDelivery: false,
  },
  objects: {
    land: [{ ...place, category: 'land_other', area: '612' }],
    buildings: [
      { ...place, kind: 'building', category: 'residential', areaFull: '142.80', areaHalf: '20' },
      { ...place, kind: 'building', category: 'other', areaFull: '18.50' },
    ],
  },
  declaration: { place: 'Legnica', truthful: true },
};
