/**
 * The lines of a case's timeline: each kind has its words under `timeline.<kind>` in the pages' texts, filled with these
 * parameters. Amounts are grosz, dates 'YYYY-MM-DD'. Kinds marked in `officeOnly` are not shown to the party.
 */
export type TimelineParams = {
  submitted: { receiptNumber: string };
  registered: { registerNumber: string };
  'case-opened': { caseSign: string };
  'receipt-sent': { email: string };
  /** The token came to a named element that is no user task; `name` is the diagram's. */
  step: { name: string; elementType: string };
  'task-opened': { name: string };
  'task-completed': { name: string; outcome: string | null };
  'task-cancelled': { name: string };
  /** The case waits for the applicant: a task of their own, such as a correction. */
  returned: { name: string; dueOn: string | null };
  'decision-drafted': { amount: number };
  'decision-approved': { amount: number };
  'decision-rejected': { amount: number };
  'decision-issued': { registerNumber: string; amount: number };
  'delivery-started': { channel: 'collector' | 'electronic' };
  'notice-left': { number: 1 | 2; deemedOn: string };
  /** `rule` is the rule that gave the date: see `domain/delivery.ts`. */
  delivered: { date: string; rule: string; outcome: 'delivered' | 'deemed' | 'refused' };
  'delivery-failed': { reason: 'address-wrong' };
  'delivery-recalled': { reason: string };
  'amounts-booked': { amount: number; instalments: number };
  'payment-booked': { amount: number; paidOn: string };
  'reminder-issued': { principal: number; interest: number; cost: number };
  'reminder-delivered': { date: string; payUntil: string };
  'enforcement-title-issued': { number: string; principal: number };
  'case-closed': { outcome: string };
  incident: { detail: string; code: string; incidentKey: string };
  'incident-resolved': { incidentKey: string };
};
export type TimelineKind = keyof TimelineParams;

export const officeOnly: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'step',
  'decision-drafted',
  'decision-approved',
  'decision-rejected',
  'incident',
  'incident-resolved',
]);
