import type { ColumnType, Generated } from 'kysely';

/** Columns of each table, as `migrations/` made them. Amounts are grosz; `date` columns are plain dates 'YYYY-MM-DD'. */
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type PlainDateText = string;
type Json<T = unknown> = ColumnType<T, string, string>;

export type PartiesTable = {
  id: Generated<string>;
  kind: 'person' | 'company';
  name: string;
  given_name: string | null;
  family_name: string | null;
  pesel: string | null;
  nip: string | null;
  regon: string | null;
  birth_date: PlainDateText | null;
  email: string | null;
  phone: string | null;
  address: ColumnType<unknown, string | undefined, string>;
  e_delivery_address: string | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type PowersOfAttorneyTable = {
  id: Generated<string>;
  person_id: string;
  company_id: string;
  scope: string[];
  valid_from: PlainDateText;
  valid_to: PlainDateText | null;
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type StaffTable = {
  id: Generated<string>;
  login: string;
  name: string;
  email: string;
  roles: Generated<string[]>;
  groups: Generated<string[]>;
};

export type LoginAttemptsTable = {
  state: string;
  kind: 'resident' | 'staff';
  code_verifier: string;
  nonce: string;
  return_to: string;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type SessionsTable = {
  token_hash: string;
  kind: 'resident' | 'staff';
  party_id: string | null;
  staff_id: string | null;
  acting_for: string | null;
  csrf_token: string;
  id_token: string | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
  expires_at: Timestamp;
};

export type ServicesTable = {
  id: string;
  current_version: number;
};

export type ServiceVersionsTable = {
  service_id: string;
  version: number;
  hash: string;
  bundle: Json;
  plan: Json;
  published_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type DraftsTable = {
  id: Generated<string>;
  filed_by: string;
  party_id: string;
  service_id: string;
  service_version: number;
  answers: ColumnType<unknown, string | undefined, string>;
  revision: Generated<number>;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
  updated_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type CasesTable = {
  id: string;
  case_sign: string | null;
  service_id: string;
  service_version: number;
  party_id: string;
  title: string;
  status: Generated<'open' | 'closed'>;
  outcome: string | null;
  active_elements: Generated<string[]>;
  visited_elements: Generated<string[]>;
  opened_on: PlainDateText;
  due_on: PlainDateText;
  closed_on: PlainDateText | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type FilesTable = {
  id: string;
  party_id: string | null;
  uploaded_by: string | null;
  case_id: string | null;
  purpose: 'attachment' | 'letter' | 'receipt' | 'signature';
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  storage_key: string;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type SubmissionsTable = {
  id: string;
  receipt_number: string;
  service_id: string;
  service_version: number;
  filed_by: string;
  party_id: string;
  answers: Json;
  answers_hash: string;
  state: Generated<'received' | 'registered' | 'case-opened' | 'rejected'>;
  register_number: string | null;
  case_id: string | null;
  receipt_file_id: string | null;
  submitted_at: Timestamp;
  submitted_on: PlainDateText;
};

export type SubmissionFilesTable = {
  submission_id: string;
  file_id: string;
  field: string;
};

export type CaseEventsTable = {
  id: Generated<number>;
  case_id: string;
  key: string;
  at: Timestamp;
  kind: string;
  element_id: string | null;
  params: ColumnType<unknown, string | undefined, string>;
  actor_name: string | null;
  visible_to_party: Generated<boolean>;
};

export type TasksTable = {
  id: Generated<string>;
  case_id: string;
  workflow_id: string;
  task_key: string;
  element_id: string;
  name: string;
  form: string | null;
  candidate_groups: Generated<string[]>;
  assignee_staff_id: string | null;
  assignee_party_id: string | null;
  excluded_staff_ids: Generated<string[]>;
  status: Generated<'open' | 'completed' | 'cancelled'>;
  input: ColumnType<unknown, string | undefined, string>;
  draft: ColumnType<unknown, string | null, string | null>;
  answers: ColumnType<unknown, string | null, string | null>;
  service_id: string;
  case_sign: string | null;
  subject: string;
  party_name: string;
  due_on: PlainDateText | null;
  version: Generated<number>;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
  claimed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  completed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  completed_by: string | null;
};

export type LettersTable = {
  id: string;
  case_id: string | null;
  party_id: string;
  direction: 'incoming' | 'outgoing';
  kind: 'submission' | 'decision' | 'reminder' | 'enforcement-title';
  title: string;
  file_id: string | null;
  register_number: string | null;
  case_sign: string | null;
  registered_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type TaxDecisionsTable = {
  id: string;
  case_id: string;
  party_id: string;
  tax: string;
  year: number;
  amount: number;
  exact_amount: string;
  derivation: Json;
  instalments: Json;
  status: 'draft' | 'rejected' | 'approved' | 'issued';
  prepared_by: string;
  approved_by: string | null;
  letter_id: string | null;
  issued_on: PlainDateText | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type DeliveriesTable = {
  id: string;
  letter_id: string;
  case_id: string | null;
  party_id: string;
  channel: 'collector' | 'electronic';
  recipient_name: string;
  address: Json;
  state: Generated<
    'waiting' | 'first-notice' | 'second-notice' | 'delivered' | 'deemed' | 'refused' | 'returned' | 'recalled'
  >;
  first_notice_on: PlainDateText | null;
  second_notice_from: PlainDateText | null;
  deemed_on: PlainDateText | null;
  effective_on: PlainDateText | null;
  rule: string | null;
  version: Generated<number>;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type DeliveryAttemptsTable = {
  id: string;
  delivery_id: string;
  outcome: 'handed-over' | 'substitute' | 'absent' | 'refused' | 'address-wrong';
  happened_at: Timestamp;
  happened_on: PlainDateText;
  recipient_name: string | null;
  recipient_relation: string | null;
  notice_place: string | null;
  reason: string | null;
  signature_file_id: string | null;
  collector_id: string;
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type AccountsTable = {
  id: Generated<string>;
  party_id: string;
  kind: string;
  bank_account: string;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type LiabilitiesTable = {
  id: string;
  account_id: string;
  party_id: string;
  case_id: string | null;
  decision_id: string | null;
  tax: string;
  year: number;
  amount: number;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type InstalmentsTable = {
  id: Generated<string>;
  liability_id: string;
  party_id: string;
  number: number;
  due_on: PlainDateText;
  amount: number;
  principal_paid: Generated<number>;
  state: Generated<'planned' | 'due' | 'overdue' | 'reminded' | 'enforced' | 'paid'>;
};

export type BookingsTable = {
  id: Generated<number>;
  key: string;
  account_id: string;
  party_id: string;
  liability_id: string | null;
  instalment_id: string | null;
  kind: 'assessment' | 'write-down' | 'payment' | 'interest' | 'reminder-cost' | 'overpayment' | 'reversal';
  debit: Generated<number>;
  credit: Generated<number>;
  effective_on: PlainDateText;
  document: string;
  booked_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type PaymentsTable = {
  id: string;
  party_id: string;
  paid_by: string;
  account_id: string;
  amount: number;
  state: Generated<'created' | 'redirected' | 'notified' | 'verified' | 'booked' | 'failed' | 'expired'>;
  order_id: number | null;
  redirect_url: string | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
  created_on: PlainDateText;
  paid_on: PlainDateText | null;
  booked_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type PaymentItemsTable = {
  payment_id: string;
  instalment_id: string;
  amount: number;
};

export type PaymentNotificationsTable = {
  id: Generated<number>;
  payment_id: string | null;
  order_id: number | null;
  accepted: boolean;
  reason: string | null;
  body: Json;
  received_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type RemindersTable = {
  id: string;
  account_id: string;
  party_id: string;
  letter_id: string;
  principal: number;
  interest: number;
  cost: number;
  items: Json;
  issued_on: PlainDateText;
  delivered_on: PlainDateText | null;
  pay_until: PlainDateText | null;
  state: Generated<'issued' | 'delivered' | 'paid' | 'enforced'>;
};

export type EnforcementTitlesTable = {
  id: string;
  reminder_id: string;
  party_id: string;
  letter_id: string | null;
  number: string;
  principal: number;
  interest: number;
  cost: number;
  issued_on: PlainDateText;
};

export type NumberSeriesTable = {
  name: string;
  year: number;
  last: number;
};

export type OfficeClockTable = {
  only_row: Generated<boolean>;
  offset_ms: Generated<number>;
  moved_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type ClockWaitsTable = {
  workflow_id: string;
  wait_key: string;
  until: Timestamp;
};

export type OutboxTable = {
  id: Generated<number>;
  key: string;
  workflow_id: string;
  message: Json;
  attempts: Generated<number>;
  next_attempt_at: ColumnType<Date, Date | string | undefined, Date | string>;
  last_error: string | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
  delivered_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type IdempotencyKeysTable = {
  actor: string;
  key: string;
  request_hash: string;
  status: number | null;
  response: ColumnType<unknown, string | null, string | null>;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type AuditTable = {
  id: Generated<number>;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
  actor_kind: 'resident' | 'staff' | 'system';
  actor_id: string;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  details: ColumnType<unknown, string | undefined, string>;
  previous_hash: string;
  hash: string;
};

export type Database = {
  parties: PartiesTable;
  powers_of_attorney: PowersOfAttorneyTable;
  staff: StaffTable;
  login_attempts: LoginAttemptsTable;
  sessions: SessionsTable;
  services: ServicesTable;
  service_versions: ServiceVersionsTable;
  drafts: DraftsTable;
  cases: CasesTable;
  files: FilesTable;
  submissions: SubmissionsTable;
  submission_files: SubmissionFilesTable;
  case_events: CaseEventsTable;
  tasks: TasksTable;
  letters: LettersTable;
  tax_decisions: TaxDecisionsTable;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  accounts: AccountsTable;
  liabilities: LiabilitiesTable;
  instalments: InstalmentsTable;
  bookings: BookingsTable;
  payments: PaymentsTable;
  payment_items: PaymentItemsTable;
  payment_notifications: PaymentNotificationsTable;
  reminders: RemindersTable;
  enforcement_titles: EnforcementTitlesTable;
  number_series: NumberSeriesTable;
  office_clock: OfficeClockTable;
  clock_waits: ClockWaitsTable;
  outbox: OutboxTable;
  idempotency_keys: IdempotencyKeysTable;
  audit: AuditTable;
};
