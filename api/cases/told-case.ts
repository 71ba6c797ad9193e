import type { Answer } from '../contract.ts';
import type { casesRoutes } from '../contracts/cases.ts';
import type { eventsOf, lettersOf } from './cases.repository.ts';

type CaseDetail = Answer<typeof casesRoutes.one>;
type EventRow = Awaited<ReturnType<typeof eventsOf>>[number];
type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number];

/** A line of the timeline; the page has its words. Who of the office did it is for staff alone. */
export const toldEvent = (row: EventRow, isStaff: boolean): CaseDetail['events'][number] => ({
  id: String(row.id),
  at: row.at.toISOString(),
  kind: row.kind,
  elementId: row.element_id,
  params: row.params as Record<string, unknown>,
  actorName: isStaff ? row.actor_name : null,
});

/** A letter with where it is on its way. */
export const toldLetter = (row: LetterRow): CaseDetail['letters'][number] => ({
  id: row.id,
  kind: row.kind,
  direction: row.direction,
  title: row.title,
  registerNumber: row.register_number,
  fileId: row.file_id,
  createdAt: row.created_at.toISOString(),
  delivery: row.channel && {
    channel: row.channel,
    state: row.state!,
    effectiveOn: row.effective_on,
    rule: row.rule,
  },
});
