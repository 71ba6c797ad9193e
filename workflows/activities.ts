import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index';

/** Writes and reads of our own store: short, so they run beside the workflow task and leave one small marker each. */
export const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '15s',
  retry: { initialInterval: '200ms', maximumInterval: '15s' },
});

/** Questions to outside systems: retried until they answer; a refusal is not retried. A worker that died is missed within seconds. */
export const remote = proxyActivities<Activities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Writes to a system that keeps no keys: after an unclear answer there is time for the first write to show before it is looked up. */
export const patientRemote = proxyActivities<Activities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '5m' },
});

/** Notices without legal effect: given up after three days, so that a broken mail server holds no case up. */
export const notices = proxyActivities<Activities>({
  startToCloseTimeout: '1m',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '1h' },
});
