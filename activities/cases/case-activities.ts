import type { Variables } from '#engine/contract';
import type { Plan } from '#engine/plan';
import type { Db } from '#platform/database/database';
import { officeToday } from '#platform/office-clock';
import type { RecordsSystem } from '../ezd/client.ts';
import { caseWithService, usedAnswers } from './read-case.ts';
import { recordEvent } from './record-event.ts';

/** A named step of the token, as the timeline tells it to the office. */
export type Step = { key: string; elementId: string; name: string; elementType: string };

/** What a case writes about itself, and reads at its start. */
export const caseActivities = ({ db, ezd }: { db: Db; ezd: RecordsSystem }) => ({
  /** The plan that the case keeps, and the variables it starts with: only the answers that its process names. */
  loadCase: async ({ caseId }: { caseId: string }): Promise<{ plan: Plan; input: Variables }> => {
    const found = await caseWithService(db, caseId);
    return {
      plan: found.plan,
      input: {
        form: usedAnswers(found.plan, found.answers),
        year: Number(found.openedOn.slice(0, 4)),
        applicantKind: found.partyKind === 'company' ? 'legal' : 'natural',
      },
    };
  },

  /** One batch of the token's steps: timeline, and where the picture's token stands. */
  recordSteps: ({
    caseId,
    steps,
    active,
    visited,
  }: {
    caseId: string;
    steps: Step[];
    active: string[];
    visited: string[];
  }) =>
    db.transaction().execute(async (trx) => {
      for (const { key, elementId, name, elementType } of steps) {
        await recordEvent(trx, { caseId, key: `step/${key}`, kind: 'step', elementId, params: { name, elementType } });
      }
      await trx
        .updateTable('cases')
        .set({
          active_elements: active,
          // In the order of the token's way: pages tell the steps so.
          visited_elements: visited,
        })
        .where('id', '=', caseId)
        .execute();
    }),

  recordIncident: (incident: {
    caseId: string;
    incidentKey: string;
    elementId: string;
    code: string;
    detail: string;
  }) =>
    db.transaction().execute(async (trx) => {
      const { caseId, incidentKey, elementId, code, detail } = incident;
      const params = { detail: detail.slice(0, 1000), code, incidentKey };
      await recordEvent(trx, { caseId, key: `incident/${incidentKey}`, kind: 'incident', elementId, params });
    }),

  resolveIncident: ({ caseId, incidentKey }: { caseId: string; incidentKey: string }) =>
    db.transaction().execute(async (trx) => {
      const key = `incident-resolved/${incidentKey}`;
      await recordEvent(trx, { caseId, key, kind: 'incident-resolved', params: { incidentKey } });
    }),

  closeCase: ({ caseId, outcome }: { caseId: string; outcome: string }): Promise<void> =>
    db.transaction().execute(async (trx) => {
      await trx
        .updateTable('cases')
        .set({ status: 'closed', outcome, closed_on: await officeToday(trx), active_elements: [] })
        .where('id', '=', caseId)
        .where('status', '=', 'open')
        .execute();
      await recordEvent(trx, { caseId, key: 'case-closed', kind: 'case-closed', params: { outcome } });
    }),

  /** Ends the case in the records system as well. */
  closeRecordsCase: ({ caseId }: { caseId: string }): Promise<void> => ezd.closeCase(caseId),
});
