import { randomUUID } from 'node:crypto';
import type { Answers } from '#forms/form';
import { in1, propertyTax } from '#api/testing/city';
import type { City } from '../support/city.ts';
import type { Caller } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';

export type Filed = { id: string; receiptNumber: string };

/** A filled draft, ready to be sent. */
export const prepare = async (resident: Caller): Promise<{ draftId: string; revision: number; answers: Answers }> => {
  const { body } = await resident.insist('POST', '/drafts', { serviceId: propertyTax });
  return { draftId: body.id, revision: body.revision, answers: in1(body.answers as Answers) };
};

/** Sends the form until a receipt comes back. */
export const file = async (
  resident: Caller,
  draft: Awaited<ReturnType<typeof prepare>>,
): Promise<Filed & { turns: number }> => {
  const { body, turns } = await resident.insist('POST', '/submissions', draft);
  return { id: body.id, receiptNumber: body.receiptNumber, turns };
};

/** The case of a filed form, once it is registered. */
export const caseOf = (resident: Caller, { id }: Filed): Promise<string> =>
  eventually('the case is opened', async () => {
    const { caseId, caseSign, registerNumber } = await resident.get(`/submissions/${id}`);
    return caseSign && registerNumber ? (caseId as string) : null;
  });

export type Task = { id: string; caseId: string; version: number };

/** The case's task in the group's inbox, taken. */
export const take = async (employee: Caller, caseId: string): Promise<Task> => {
  const { id, version } = await eventually('the task is in the inbox', async () => {
    const { items } = (await employee.get('/tasks?view=groups')) as { items: Task[] };
    return items.find((task) => task.caseId === caseId);
  });
  const { body } = await employee.insist('POST', `/tasks/${id}/claim`, { version });
  return body as Task;
};

/** Finishes the task, until the office has taken it; tells how often it was asked. */
export const finish = async (employee: Caller, { id, version }: Task, outcome: string): Promise<number> => {
  const { turns } = await employee.insist('POST', `/tasks/${id}/complete`, { version, answers: { outcome } });
  return turns;
};

/** A PNG of one point: as little of a signature as the office takes. */
const signature =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Every letter on the list, at least so many, is handed to its addressee. */
export const handOver = async (collector: Caller, letters: number): Promise<void> => {
  const items = await eventually('the letters are on the list', async () => {
    const list = (await collector.get('/deliveries')).items as { id: string; recipientName: string }[];
    return list.length >= letters && list;
  });
  for (const { id, recipientName } of items) {
    // The handheld's own number of the attempt makes a repeated send harmless.
    await collector.insist('POST', `/deliveries/${id}/attempts`, {
      id: randomUUID(),
      outcome: 'handed-over',
      happenedAt: new Date().toISOString(),
      recipientName,
      recipientRelation: 'addressee',
      signature,
    });
  }
};

/** Addressees of electronic letters open them, once so many are there. */
export const openBoxes = async ({ simulators }: City, letters: number): Promise<void> => {
  const box = `${simulators}/edelivery`;
  const messages = await eventually('the letters are in their boxes', async () => {
    const state = (await (await fetch(`${box}/_state`)).json()) as { messages: { messageId: string }[] };
    return state.messages.length >= letters && state.messages;
  });
  if (messages.length !== letters) throw new Error(`${messages.length} electronic letters instead of ${letters}`);
  for (const { messageId } of messages) await fetch(`${box}/box/${messageId}`, { method: 'POST', redirect: 'manual' });
};
