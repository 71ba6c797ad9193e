import { ParentClosePolicy, condition, executeChild, startChild, uuid4 } from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import { addDays } from '#domain/calendar/plain-date';
import { local, remote } from '../activities.ts';
import type { OfficeClock } from '../clock.ts';
import { chooseChannel } from '../choose-channel.ts';
import { collectorDelivery } from '../collector-delivery.ts';
import { electronicDelivery } from '../electronic-delivery.ts';
import { ezdRegistration } from '../ezd-registration.ts';
import { isFailure } from '../failures.ts';
import { workflowIds } from '../messages.ts';

type Account = { accountId: string; clock: OfficeClock; changes: () => number };

/** Issues a reminder and gives the rest of its life, still underway; null when all was paid in the meantime. */
export const remind = async (
  account: Account,
  instalmentIds: string[],
): Promise<{ underway: Promise<void> } | null> => {
  const reminderId = uuid4();
  const letterId = uuid4();
  const { isIssued } = await local.issueReminder({ reminderId, letterId, accountId: account.accountId, instalmentIds });
  return isIssued ? { underway: escalate(account, reminderId, letterId) } : null;
};

/** Letter, delivery, seven days, title (u.p.e.a. art. 15 § 1); a payment at any point ends it. */
const escalate = async ({ clock, changes }: Account, reminderId: string, letterId: string): Promise<void> => {
  await remote.writeReminderLetter({ reminderId });
  await register(letterId);
  const deliveredOn = await deliver(letterId, reminderId, changes);
  if (deliveredOn === null) return;
  const { payUntil } = await local.confirmReminderDelivered({ reminderId, deliveredOn });

  const termEnds = addDays(payUntil as PlainDate, 1);
  for (;;) {
    const seen = changes();
    if ((await local.settleReminder({ reminderId })).isSettled) return;
    const wait = await clock.waitForDay(`reminder/${reminderId}`, termEnds, () => changes() !== seen);
    if (wait === 'reached') break;
  }
  const titleLetterId = uuid4();
  const { titleId } = await local.issueEnforcementTitle({ reminderId, letterId: titleLetterId });
  if (titleId === null) return;
  await remote.writeEnforcementLetter({ titleId });
  await register(titleLetterId);
};

const register = (letterId: string) =>
  executeChild(ezdRegistration, { workflowId: workflowIds.ezdRegistration(letterId), args: [{ letterId }] });

/** The day of delivery; null when the letter was called back, because all was paid before it arrived, or could not be delivered. */
const deliver = async (letterId: string, reminderId: string, changes: () => number): Promise<string | null> => {
  const isElectronic = (await chooseChannel(letterId)) === 'electronic';
  const workflow = isElectronic ? electronicDelivery : collectorDelivery;
  const workflowId = isElectronic ? workflowIds.electronicDelivery(letterId) : workflowIds.collectorDelivery(letterId);
  const child = await startChild(workflow, {
    workflowId,
    args: [{ letterId }],
    parentClosePolicy: ParentClosePolicy.TERMINATE,
  });
  let end: { deliveredOn: string | null } | { error: unknown } | undefined;
  const ended = child.result().then(
    ({ effectiveDate }) => void (end = { deliveredOn: effectiveDate }),
    (error: unknown) => {
      const isExpected = isFailure(error, 'Recalled') || isFailure(error, 'AddressWrong');
      end = isExpected ? { deliveredOn: null } : { error };
    },
  );
  let isRecalled = false;
  while (end === undefined) {
    const seen = changes();
    // Who pays before the reminder is delivered is not asked for its cost: the letter is called back.
    if (!isRecalled && (await local.settleReminder({ reminderId })).isSettled) {
      isRecalled = true;
      await child.signal('recall', { reason: 'paid' }).catch(() => undefined); // It may have ended this very moment.
    }
    await condition(() => end !== undefined || changes() !== seen);
  }
  await ended;
  if ('error' in end) throw end.error;
  return end.deliveredOn;
};
