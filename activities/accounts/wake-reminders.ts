import type { OutboxMessage } from '#workflows/messages';
import { workflowIds } from '#workflows/messages';
import type { Trx } from '#platform/database/in-transaction';
import { tell } from '#platform/outbox';

/** Tells the account's reminders that something was booked, or begins them; in the transaction of the booking. */
export const wakeReminders = async (trx: Trx, accountId: string, fact: string): Promise<void> => {
  const message: OutboxMessage = {
    type: 'signal-with-start',
    workflow: 'reminderEscalation',
    input: { accountId },
    signal: 'balanceChanged',
    payload: { accountId },
  };
  await tell(trx, { key: `balance/${fact}`, workflowId: workflowIds.reminderEscalation(accountId), message });
};
