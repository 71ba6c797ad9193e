import type { People } from './people.ts';

/** From the filed form to the letter that waits for its delivery. */
export const issueDecision = async (people: People, party: string) => {
  const submissionId = await people.file(party);
  await people.completeTask(await people.openTask(submissionId, 'verify'), people.clerk, { outcome: 'accept' });
  await people.completeTask(await people.openTask(submissionId, 'approve'), people.head, { outcome: 'approve' });
  return { submissionId, delivery: await people.delivery('decision', party) };
};
