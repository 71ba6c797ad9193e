import { defineSignal, setHandler } from '@temporalio/workflow';
import { local, remote } from './activities.ts';
import { officeClock } from './clock.ts';
import { isFailure } from './failures.ts';
import type { Signals, WorkflowInputs } from './messages.ts';

const paymentNotified = defineSignal<[Signals['paymentNotified']]>('paymentNotified');

const minute = 60_000;
const day = 24 * 60 * minute;
/** When the gateway is asked by itself, counted from the start; with the last look nothing can come any more. */
const looks = [15 * minute, 60 * minute, day, 3 * day, 7 * day, 14 * day];

/** A payment: the gateway tells or is asked; only what it verifies is booked, and "failed" is not final until the last look. */
export const payment = async ({ paymentId }: WorkflowInputs['payment']): Promise<'booked' | 'failed' | 'expired'> => {
  const clock = officeClock();
  const orders: number[] = [];
  setHandler(paymentNotified, ({ orderId }) => void orders.push(orderId));

  try {
    await remote.registerPayment({ paymentId });
  } catch (error) {
    if (!isFailure(error, 'GatewayRejected')) throw error;
    // Refused, and yet told of money: then the gateway knows the payment, whatever became of our registration.
    if (orders.length === 0) {
      await local.markPayment({ paymentId, state: 'failed' });
      return 'failed';
    }
  }

  const startedAt = await local.readOfficeTime();
  let look = 0;
  for (;;) {
    const orderId = orders.shift();
    if (orderId !== undefined) {
      if (await remote.verifyPayment({ paymentId, orderId })) break;
      continue;
    }
    const wait = looks[look];
    if (wait === undefined) {
      await local.markPayment({ paymentId, state: 'expired' });
      return 'expired';
    }
    if ((await clock.waitUntil('gateway', startedAt + wait, () => orders.length > 0)) === 'interrupted') continue;
    look += 1;
    const asked = await remote.askGateway({ paymentId });
    if (asked === 'verified') break;
    if (asked === 'returned') await local.markPayment({ paymentId, state: 'failed' });
  }
  await local.bookPayment({ paymentId });
  return 'booked';
};
