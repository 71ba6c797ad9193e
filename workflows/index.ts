/** What the worker runs: one workflow for each kind of matter. */
export { caseProcess } from './case-process.ts';
export { collectorDelivery } from './collector-delivery.ts';
export { electronicDelivery } from './electronic-delivery.ts';
export { ezdRegistration } from './ezd-registration.ts';
export { payment } from './payment.ts';
export { reminderEscalation } from './reminder-escalation.ts';
export { submission } from './submission.ts';
export { taxDecision } from './tax-decision.ts';
