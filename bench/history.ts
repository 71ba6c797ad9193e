import type { BenchOffice } from './office.ts';
import { workflowIds } from '#workflows/messages';

/** Which workflows carried a case, each with the number of events in its history. */
export const historyOf = async ({ db, client }: BenchOffice, submissionId: string): Promise<Record<string, number>> => {
  const filed = db.selectFrom('submissions').select('case_id').where('id', '=', submissionId);
  const { case_id: caseId } = await filed.executeTakeFirstOrThrow();
  const letters = await db.selectFrom('letters').select(['id', 'kind']).where('case_id', '=', caseId).execute();
  const tasks = await db.selectFrom('tasks').select('workflow_id').where('case_id', '=', caseId).execute();
  const ids = [
    workflowIds.submission(submissionId),
    ...letters.map(({ id }) => workflowIds.ezdRegistration(id)),
    ...letters.filter(({ kind }) => kind === 'decision').map(({ id }) => workflowIds.collectorDelivery(id)),
    // The case itself, its decision, or the hand-written workflow: whoever opened the tasks.
    ...tasks.map(({ workflow_id: id }) => id),
  ];
  const isHandWritten = tasks.some(({ workflow_id: id }) => id.startsWith('hand-written/'));
  const own = new Set(isHandWritten ? ids.filter((id) => id.startsWith('hand-written/')) : ids);
  const events: Record<string, number> = {};
  for (const id of own) {
    const { type, historyLength } = await client.workflow.getHandle(id).describe();
    events[type] = (events[type] ?? 0) + historyLength;
  }
  return events;
};

/** What the case left behind in words of its timeline, without the diagram's own steps; mail goes out beside the case. */
export const timelineOf = async ({ db }: BenchOffice, submissionId: string): Promise<string> => {
  const events = await db
    .selectFrom('case_events as e')
    .innerJoin('submissions as s', 's.case_id', 'e.case_id')
    .select('e.kind')
    .where('s.id', '=', submissionId)
    .where('e.kind', 'not in', ['step', 'receipt-sent'])
    .orderBy('e.id')
    .execute();
  return events.map(({ kind }) => kind).join(' ');
};
