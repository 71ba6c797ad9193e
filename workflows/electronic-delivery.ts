import { ApplicationFailure, defineSignal, setHandler } from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import { startOfDay } from '#domain/calendar/warsaw';
import { eDeliveryFictionDelivered } from '#domain/deadlines';
import { local, patientRemote, remote } from './activities.ts';
import { officeClock } from './clock.ts';
import type { DeliveryResult } from './collector-delivery.ts';
import type { Signals, WorkflowInputs } from './messages.ts';

const evidenceCame = defineSignal<[Signals['evidenceCame']]>('evidenceCame');
const recall = defineSignal<[Signals['recall']]>('recall');

/** Minutes between looks into the box; the last one goes on. */
const looks = [0.5, 1, 5, 15, 60, 360];
const minute = 60_000;

/** A letter through e-Delivery: evidence of receipt comes, or the fiction after 14 days from arrival. */
export const electronicDelivery = async ({
  letterId,
}: WorkflowInputs['electronicDelivery']): Promise<DeliveryResult> => {
  const clock = officeClock();
  let evidences = 0;
  setHandler(evidenceCame, () => void (evidences += 1));
  // What was sent electronically cannot be called back; the signal is heard so that it is no error.
  setHandler(recall, () => undefined);

  await local.openDelivery({ letterId, channel: 'electronic' });
  await patientRemote.sendElectronically({ letterId });
  let arrivedOn: PlainDate | null = null;
  for (let look = 0; ; look += 1) {
    const seen = evidences;
    const evidence = await remote.readEvidence({ letterId });
    // As it was first seen: a clock moved later does not move an arrival that has happened.
    arrivedOn ??= evidence.arrivedOn as PlainDate | null;
    const now = await local.readOfficeTime();
    const fiction = arrivedOn ? eDeliveryFictionDelivered(arrivedOn) : undefined;
    if (evidence.status === 'failed') {
      await local.failElectronicDelivery({ letterId });
      throw ApplicationFailure.nonRetryable('the letter could not be delivered electronically', 'AddressWrong');
    }
    if (evidence.status === 'delivered') return end(letterId, 'delivered', evidence.deliveredOn, 'e-delivery-receipt');
    if (fiction && now >= startOfDay(fiction)) return end(letterId, 'deemed', fiction, 'e-delivery-fiction');
    const next = now + looks[Math.min(look, looks.length - 1)]! * minute;
    await clock.waitUntil('evidence', fiction ? Math.min(next, startOfDay(fiction)) : next, () => evidences !== seen);
  }
};

const end = async (
  letterId: string,
  outcome: 'delivered' | 'deemed',
  effectiveDate: string,
  rule: string,
): Promise<DeliveryResult> => {
  await local.endElectronicDelivery({ letterId, outcome, effectiveDate, rule });
  return { outcome, effectiveDate, rule };
};
