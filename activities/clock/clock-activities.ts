import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import { endWait, officeClock, registerWait } from '#platform/office-clock';

export type Wait = { workflowId: string; waitKey: string; until: number };

/** What workflows need of the office clock; only `workflows/clock.ts` calls these. Times are epoch milliseconds. */
export const clockActivities = ({ db }: { db: Db }) => ({
  /** Notes who waits for which moment, and tells the office's time. */
  registerWait: async ({ workflowId, waitKey, until }: Wait): Promise<number> =>
    (await inTransaction(db, (trx) => registerWait(trx, { workflowId, waitKey, until: new Date(until) }))).nowMs,

  endWait: ({ workflowId, waitKey }: Omit<Wait, 'until'>): Promise<void> => endWait(db, { workflowId, waitKey }),

  readOfficeTime: async (): Promise<number> => (await officeClock(db)).nowMs,
});
