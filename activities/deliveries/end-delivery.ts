import type { Trx } from '#platform/database/in-transaction';
import { recordEvent } from '../cases/record-event.ts';
import type { Delivered } from './delivery-activities.ts';

/** Writes the day of legal effect beside the rule that gave it, once: a later proof does not change it in silence. */
export const endDelivery = async (
  trx: Trx,
  { letterId, outcome, effectiveDate, rule }: { letterId: string } & Delivered,
): Promise<{ status: 'ended' } & Delivered> => {
  const row = await trx
    .updateTable('deliveries')
    .set({ state: outcome, effective_on: effectiveDate, rule })
    .where('letter_id', '=', letterId)
    .where('effective_on', 'is', null)
    .returning(['case_id', 'id'])
    .executeTakeFirst();
  if (row?.case_id) {
    const params = { date: effectiveDate, rule, outcome };
    await recordEvent(trx, { caseId: row.case_id, key: `delivered/${letterId}`, kind: 'delivered', params });
  }
  return { status: 'ended', outcome, effectiveDate, rule };
};
