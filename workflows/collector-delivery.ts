import { ApplicationFailure, condition, defineSignal, setHandler } from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import { local } from './activities.ts';
import { officeClock } from './clock.ts';
import type { Signals, WorkflowInputs } from './messages.ts';

const deliveryAttempted = defineSignal<[Signals['deliveryAttempted']]>('deliveryAttempted');
const recall = defineSignal<[Signals['recall']]>('recall');

export type DeliveryResult = { outcome: 'delivered' | 'deemed' | 'refused'; effectiveDate: string; rule: string };

/** A letter in the collector's bag: signed for, refused, or deemed delivered after two notices; or called back. */
export const collectorDelivery = async ({ letterId }: WorkflowInputs['collectorDelivery']): Promise<DeliveryResult> => {
  const clock = officeClock();
  let attempts = 0;
  let recalledFor: string | undefined;
  setHandler(deliveryAttempted, () => void (attempts += 1));
  setHandler(recall, ({ reason }) => void (recalledFor ??= reason));

  await local.openDelivery({ letterId, channel: 'collector' });
  for (;;) {
    const seen = attempts;
    const assessed = await local.assessDelivery({ letterId });
    if (assessed.status === 'returned') throw ApplicationFailure.nonRetryable('no such address', 'AddressWrong');
    if (assessed.status === 'ended') {
      const { outcome, effectiveDate, rule } = assessed;
      return { outcome, effectiveDate, rule };
    }
    const isNews = () => attempts !== seen || recalledFor !== undefined;
    if (assessed.checkOn === null) await condition(isNews);
    else await clock.waitForDay('delivery', assessed.checkOn as PlainDate, isNews);
    // An attempt that was recorded before the recall counts: the letter had been handed over already.
    if (attempts === seen && recalledFor !== undefined) {
      await local.recallDelivery({ letterId, reason: recalledFor });
      throw ApplicationFailure.nonRetryable(recalledFor, 'Recalled');
    }
  }
};
