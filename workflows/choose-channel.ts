import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index';

const register = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  scheduleToCloseTimeout: '3m',
  retry: { initialInterval: '1s', maximumInterval: '20s' },
});

/** How a letter goes: e-Delivery where the register has an address. While the register is out of reach it goes by hand, which is a lawful way too. */
export const chooseChannel = (letterId: string): Promise<'electronic' | 'collector'> =>
  register.chooseChannel({ letterId }).catch(() => 'collector' as const);
