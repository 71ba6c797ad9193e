import { randomUUID } from 'node:crypto';
import { in1, propertyTax } from './city.ts';
import type { TestOffice } from './office.ts';

type TaskRow = { form: string | null; groups?: string[]; party?: string; excluded?: string[]; dueOn?: string };

/** A case as the workflows would have opened it: filed form, case and tasks, without a workflow behind. */
export const openCase = async ({ db }: TestOffice, partyId: string, tasks: TaskRow[]) => {
  const { current_version: version } = await db
    .selectFrom('services')
    .select('current_version')
    .where('id', '=', propertyTax)
    .executeTakeFirstOrThrow();
  const party = await db.selectFrom('parties').selectAll().where('id', '=', partyId).executeTakeFirstOrThrow();
  const service = { service_id: propertyTax, service_version: version };
  const caseId = randomUUID();
  const submissionId = randomUUID();
  const answers = in1({
    taxpayer: {
      givenName: 'Anna',
      familyName: 'Nowak',
      identifierKind: 'pesel',
      pesel: '85831401248',
      birthDate: '1885-03-14',
      address: { street: 'Rynek', house: '5', flat: '3', postcode: '59-220', city: 'Legnica' },
      otherDelivery: false,
    },
  });
  await db
    .insertInto('cases')
    .values({
      ...service,
      id: caseId,
      party_id: partyId,
      title: 'IN-1 Rynek 5',
      opened_on: '2026-02-01',
      due_on: '2026-03-01',
      case_sign: `FN-III.3120.${caseId.slice(0, 4)}.2026`,
    })
    .execute();
  await db
    .insertInto('submissions')
    .values({
      ...service,
      id: submissionId,
      receipt_number: `EU/2026/${submissionId.slice(0, 8)}`,
      filed_by: partyId,
      party_id: partyId,
      answers: JSON.stringify(answers),
      answers_hash: 'hash of what was filed first',
      case_id: caseId,
      submitted_at: new Date(),
      submitted_on: '2026-02-01',
    })
    .execute();
  const taskIds: string[] = [];
  for (const [index, task] of tasks.entries()) {
    const { id } = await db
      .insertInto('tasks')
      .values({
        case_id: caseId,
        workflow_id: `case/${caseId}`,
        task_key: `${task.form ?? 'plain'}#${index}`,
        element_id: task.form ?? 'plain',
        name: task.form ?? 'Plain',
        form: task.form,
        candidate_groups: task.groups ?? [],
        assignee_party_id: task.party ?? null,
        excluded_staff_ids: task.excluded ?? [],
        service_id: propertyTax,
        subject: 'IN-1 Rynek 5',
        party_name: party.name,
        due_on: task.dueOn ?? '2026-03-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    taskIds.push(id);
  }
  return { caseId, submissionId, taskIds, answers };
};
