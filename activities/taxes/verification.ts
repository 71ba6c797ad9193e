import { z } from 'zod';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';

const month = z.int().min(1).max(12);
const answers = z.object({
  taxYear: z.int().optional(),
  dutyMonths: z.object({ from: month, to: month }).optional(),
});

export type Verification = z.infer<typeof answers> & { verifiedBy: string | null };

/** What the clerk found at the last verification of the case: year and months of the duty, and who it was. */
export const lastVerification = async (db: Db | Trx, caseId: string): Promise<Verification> => {
  const task = await db
    .selectFrom('tasks')
    .select(['answers', 'completed_by'])
    .where('case_id', '=', caseId)
    .where('form', '=', 'verify')
    .where('status', '=', 'completed')
    .orderBy('completed_at', 'desc')
    .executeTakeFirst();
  return { ...answers.parse(task?.answers ?? {}), verifiedBy: task?.completed_by ?? null };
};
