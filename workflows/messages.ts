/** What others may say to the workflows: names, inputs, signals, updates and queries. Nothing here runs. */

import type { Variables } from '#engine/contract';

export const taskQueue = 'e-urzad';

/** Identifiers are derived, so that a second start is no second workflow. */
export const workflowIds = {
  submission: (submissionId: string) => `submission/${submissionId}`,
  caseProcess: (caseId: string) => `case/${caseId}`,
  ezdRegistration: (letterId: string) => `ezd-registration/${letterId}`,
  taxDecision: (caseId: string, visit: string) => `tax-decision/${caseId}/${visit}`,
  collectorDelivery: (letterId: string) => `collector-delivery/${letterId}`,
  electronicDelivery: (letterId: string) => `electronic-delivery/${letterId}`,
  reminderEscalation: (accountId: string) => `reminder-escalation/${accountId}`,
  payment: (paymentId: string) => `payment/${paymentId}`,
} as const;

export type WorkflowName = keyof typeof workflowIds;

export type WorkflowInputs = {
  submission: { submissionId: string };
  caseProcess: { caseId: string; submissionId: string };
  ezdRegistration: { letterId: string };
  /** `elementId`: where the diagram stands, for the approval task. */
  taxDecision: { caseId: string; year: number; preparedBy: string; elementId: string };
  collectorDelivery: { letterId: string };
  electronicDelivery: { letterId: string };
  reminderEscalation: { accountId: string };
  payment: { paymentId: string };
};

/** Signals, by name, with their payloads. */
export type Signals = {
  /** The demo city's clock was moved; carries the new distance to real time. Every workflow that waits for a date hears it. */
  officeClockMoved: { offsetMs: number };
  /** A collector recorded an attempt; the row is in `delivery_attempts`. */
  deliveryAttempted: { attemptId: string };
  /** The electronic delivery system reported evidence for the letter. */
  evidenceCame: { type: string; at: string };
  /** The letter is called back before it was delivered. */
  recall: { reason: string };
  /** A verified notification of the payment gateway is in `payment_notifications`. */
  paymentNotified: { orderId: number };
  /** Something was booked on the taxpayer's account: look at the balance again. */
  balanceChanged: { accountId: string };
  /** An operator asks a stopped case to try again. */
  retryIncident: { incidentKey: string };
  /** A message that a diagram waits for, by its name and key. */
  messageCame: { name: string; correlationKey: string; variables: Variables };
};
export type SignalName = keyof Signals;

/** Updates, by name: accepted once for each update id. Sent to the workflow named in `tasks.workflow_id`. */
export type Updates = {
  completeTask: { arguments: { taskId: string; taskKey: string }; result: { nextTaskId: string | null } };
};
export type UpdateName = keyof Updates;

export type Queries = {
  /** Where the case stands, straight from the kernel; pages read Postgres instead. */
  caseState: { activeElements: string[]; incidents: { incidentKey: string; elementId: string; detail: string }[] };
};

/** What the outbox carries to Temporal, in the order of writing for each workflow. */
export type OutboxMessage =
  | { [Name in WorkflowName]: { type: 'start'; workflow: Name; input: WorkflowInputs[Name] } }[WorkflowName]
  | { [Name in SignalName]: { type: 'signal'; signal: Name; payload: Signals[Name] } }[SignalName]
  | {
      [Name in UpdateName]: { type: 'update'; update: Name; updateId: string; payload: Updates[Name]['arguments'] };
    }[UpdateName]
  /** Wakes a workflow that may not run yet, or may have ended before. */
  | SignalWithStart<'reminderEscalation', 'balanceChanged'>
  | SignalWithStart<'payment', 'paymentNotified'>;

type SignalWithStart<Workflow extends WorkflowName, Signal extends SignalName> = {
  type: 'signal-with-start';
  workflow: Workflow;
  input: WorkflowInputs[Workflow];
  signal: Signal;
  payload: Signals[Signal];
};
