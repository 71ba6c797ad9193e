import type { Answers } from '#forms/form';
import type { Trx } from '#platform/database/in-transaction';

/** A filed form of the party, with the case that came of it. */
export const readSubmission = async (trx: Trx, id: string, partyId: string) => {
  const row = await trx
    .selectFrom('submissions as s')
    .leftJoin('cases as c', 'c.id', 's.case_id')
    .where('s.id', '=', id)
    .where('s.party_id', '=', partyId)
    .selectAll('s')
    .select('c.case_sign')
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    serviceId: row.service_id,
    serviceVersion: row.service_version,
    state: row.state,
    registerNumber: row.register_number,
    caseId: row.case_id,
    caseSign: row.case_sign,
    submittedAt: row.submitted_at.toISOString(),
    submittedOn: row.submitted_on,
    answersHash: row.answers_hash,
    answers: row.answers as Answers,
  };
};
