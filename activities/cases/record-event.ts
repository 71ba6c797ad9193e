import type { Trx } from '#platform/database/in-transaction';
import { officeNow } from '#platform/office-clock';
import type { TimelineKind, TimelineParams } from './timeline.ts';
import { officeOnly } from './timeline.ts';

export type TimelineEvent<Kind extends TimelineKind = TimelineKind> = {
  caseId: string;
  /** Unique in the case, made from what happened: a repeat is the same line. */
  key: string;
  kind: Kind;
  params: TimelineParams[Kind];
  elementId?: string | null;
  actorName?: string | null;
};

/** Writes a line of the case's timeline at the office's time, once. */
export const recordEvent = async <Kind extends TimelineKind>(trx: Trx, event: TimelineEvent<Kind>): Promise<void> => {
  await trx
    .insertInto('case_events')
    .values({
      case_id: event.caseId,
      key: event.key,
      at: await officeNow(trx),
      kind: event.kind,
      element_id: event.elementId ?? null,
      params: JSON.stringify(event.params),
      actor_name: event.actorName ?? null,
      visible_to_party: !officeOnly.has(event.kind),
    })
    .onConflict((same) => same.columns(['case_id', 'key']).doNothing())
    .execute();
};
