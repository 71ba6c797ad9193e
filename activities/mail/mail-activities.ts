import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import type { Mailer } from '#platform/mail';
import { recordEvent } from '../cases/record-event.ts';
import type { Notice } from './notices.ts';
import { amountsNotice, receiptNotice } from './notices.ts';

type Deps = { db: Db; mail: Mailer; baseUrl: string };

/** Notices by e-mail. A message id made from the fact lets mail servers know a repeat. */
export const mailActivities = ({ db, mail, baseUrl }: Deps) => {
  const send = async (to: string | null, fact: string, { subject, text }: Notice): Promise<void> => {
    if (to !== null) await mail.send({ to, subject, text, messageId: `<${fact}@${new URL(baseUrl).hostname}>` });
  };
  return {
    sendReceipt: async ({ submissionId }: { submissionId: string }): Promise<void> => {
      const filed = await db
        .selectFrom('submissions as s')
        .innerJoin('parties as p', 'p.id', 's.filed_by')
        .select(['s.receipt_number', 's.register_number', 's.case_id', 'p.email'])
        .where('s.id', '=', submissionId)
        .executeTakeFirstOrThrow();
      if (filed.email === null) return;
      const notice = receiptNotice(filed.receipt_number, filed.register_number, baseUrl);
      await send(filed.email, `receipt.${submissionId}`, notice);
      const { case_id: caseId, email } = filed;
      if (caseId === null) return;
      await inTransaction(db, (trx) =>
        recordEvent(trx, { caseId, key: 'receipt-sent', kind: 'receipt-sent', params: { email } }),
      );
    },

    sendAmountsNotice: async ({ decisionId }: { decisionId: string }): Promise<void> => {
      const party = await db
        .selectFrom('tax_decisions as d')
        .innerJoin('parties as p', 'p.id', 'd.party_id')
        .select('p.email')
        .where('d.id', '=', decisionId)
        .executeTakeFirstOrThrow();
      await send(party.email, `amounts.${decisionId}`, amountsNotice(baseUrl));
    },
  };
};
