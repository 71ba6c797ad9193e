import type { Db } from '#platform/database/database';
import type { FileStore } from '#platform/files';
import type { Mailer } from '#platform/mail';
import type { renderPdf } from '#platform/pdf/render';
import { accountActivities } from './accounts/account-activities.ts';
import { caseActivities } from './cases/case-activities.ts';
import { clockActivities } from './clock/clock-activities.ts';
import { deliveryActivities } from './deliveries/delivery-activities.ts';
import type { EDeliveryBox } from './e-delivery/client.ts';
import { eDeliveryActivities } from './e-delivery/e-delivery-activities.ts';
import type { RecordsSystem } from './ezd/client.ts';
import { letterActivities } from './letters/letter-activities.ts';
import { registrationActivities } from './letters/registration-activities.ts';
import { mailActivities } from './mail/mail-activities.ts';
import type { PaymentGateway } from './payments/client.ts';
import { paymentActivities } from './payments/payment-activities.ts';
import type { ReminderSettings } from './reminders/reminder-activities.ts';
import { reminderActivities } from './reminders/reminder-activities.ts';
import { submissionActivities } from './submissions/submission-activities.ts';
import { taskActivities } from './tasks/task-activities.ts';
import { decisionActivities } from './taxes/decision-activities.ts';

/** What activities work with; the worker opens these once. */
export type ActivityDeps = {
  db: Db;
  files: FileStore;
  mail: Mailer;
  ezd: RecordsSystem;
  gateway: PaymentGateway;
  eDelivery: EDeliveryBox;
  render: typeof renderPdf;
  /** The office's own address, without a slash at the end. */
  baseUrl: string;
  reminders: ReminderSettings;
};

/** Every activity, by the name that workflows call it by. */
export const createActivities = (deps: ActivityDeps) => ({
  ...clockActivities(deps),
  ...submissionActivities(deps),
  ...registrationActivities(deps),
  ...caseActivities(deps),
  ...taskActivities(deps),
  ...decisionActivities(deps),
  ...letterActivities(deps),
  ...deliveryActivities(deps),
  ...eDeliveryActivities(deps),
  ...accountActivities(deps),
  ...paymentActivities(deps),
  ...reminderActivities(deps),
  ...mailActivities(deps),
});
export type Activities = ReturnType<typeof createActivities>;
