-- The first house: parties, services, cases, tasks, letters, deliveries, the tax account, payments, and what keeps them safe.

create extension if not exists pgcrypto;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create table parties (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('person', 'company')),
  name text not null,
  given_name text,
  family_name text,
  pesel text unique,
  nip text unique,
  regon text,
  birth_date date,
  email text,
  phone text,
  address jsonb not null default '{}',
  e_delivery_address text,
  created_at timestamptz not null default now()
);

create table powers_of_attorney (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references parties,
  company_id uuid not null references parties,
  scope text[] not null,
  valid_from date not null,
  valid_to date,
  revoked_at timestamptz,
  check (person_id <> company_id)
);

create table staff (
  id uuid primary key default gen_random_uuid(),
  login text not null unique,
  name text not null,
  email text not null,
  roles text[] not null default '{}',
  groups text[] not null default '{}'
);

create table login_attempts (
  state text primary key,
  kind text not null check (kind in ('resident', 'staff')),
  code_verifier text not null,
  nonce text not null,
  return_to text not null,
  created_at timestamptz not null default now()
);

create table sessions (
  token_hash text primary key,
  kind text not null check (kind in ('resident', 'staff')),
  party_id uuid references parties,
  staff_id uuid references staff,
  acting_for uuid references parties,
  csrf_token text not null,
  id_token text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((kind = 'resident') = (party_id is not null) and (kind = 'staff') = (staff_id is not null))
);

create table services (
  id text primary key,
  current_version integer not null
);

create table service_versions (
  service_id text not null,
  version integer not null,
  hash text not null,
  -- json, not jsonb: the order of fields in a form is the order on the page.
  bundle json not null,
  plan json not null,
  published_at timestamptz not null default now(),
  primary key (service_id, version),
  unique (service_id, hash)
);

create table drafts (
  id uuid primary key default gen_random_uuid(),
  filed_by uuid not null references parties,
  party_id uuid not null references parties,
  service_id text not null,
  service_version integer not null,
  answers jsonb not null default '{}',
  revision integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (filed_by, party_id, service_id),
  foreign key (service_id, service_version) references service_versions
);

create table cases (
  id uuid primary key,
  case_sign text unique,
  service_id text not null,
  service_version integer not null,
  party_id uuid not null references parties,
  title text not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  outcome text,
  active_elements text[] not null default '{}',
  visited_elements text[] not null default '{}',
  opened_on date not null,
  due_on date not null,
  closed_on date,
  created_at timestamptz not null default now(),
  foreign key (service_id, service_version) references service_versions
);
create index cases_of_party on cases (party_id, created_at desc, id);
create index cases_by_status on cases (status, created_at desc, id);

create table files (
  id uuid primary key,
  party_id uuid references parties,
  uploaded_by uuid references parties,
  case_id uuid references cases,
  purpose text not null check (purpose in ('attachment', 'letter', 'receipt', 'signature')),
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamptz not null default now()
);

create table submissions (
  id uuid primary key,
  receipt_number text not null unique,
  service_id text not null,
  service_version integer not null,
  filed_by uuid not null references parties,
  party_id uuid not null references parties,
  answers jsonb not null,
  answers_hash text not null,
  state text not null default 'received' check (state in ('received', 'registered', 'case-opened', 'rejected')),
  register_number text,
  case_id uuid references cases,
  receipt_file_id uuid references files,
  submitted_at timestamptz not null,
  submitted_on date not null,
  foreign key (service_id, service_version) references service_versions
);
create index submissions_of_party on submissions (party_id, submitted_at desc, id);

create table submission_files (
  submission_id uuid not null references submissions,
  file_id uuid not null references files,
  field text not null,
  primary key (submission_id, file_id)
);

create table case_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  -- Made by the writer, so that a retry changes nothing.
  key text not null,
  at timestamptz not null,
  kind text not null,
  element_id text,
  params jsonb not null default '{}',
  actor_name text,
  visible_to_party boolean not null default true,
  unique (case_id, key)
);
create index case_events_in_order on case_events (case_id, id);

create table tasks (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  workflow_id text not null,
  task_key text not null,
  element_id text not null,
  name text not null,
  form text,
  candidate_groups text[] not null default '{}',
  assignee_staff_id uuid references staff,
  assignee_party_id uuid references parties,
  -- The preparer may not approve: staff who must not take this task.
  excluded_staff_ids uuid[] not null default '{}',
  status text not null default 'open' check (status in ('open', 'completed', 'cancelled')),
  -- What the process hands to the task, and the clerk's unfinished and finished answers.
  input jsonb not null default '{}',
  draft jsonb,
  answers jsonb,
  service_id text not null,
  case_sign text,
  subject text not null,
  party_name text not null,
  due_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  claimed_at timestamptz,
  completed_at timestamptz,
  completed_by uuid,
  unique (workflow_id, task_key)
);
create index tasks_open_due on tasks (due_on, id) where status = 'open';
create index tasks_open_assignee on tasks (assignee_staff_id, due_on, id) where status = 'open';
create index tasks_open_party on tasks (assignee_party_id, due_on, id) where status = 'open';
create index tasks_open_groups on tasks using gin (candidate_groups) where status = 'open';
create index tasks_of_case on tasks (case_id, created_at);
create index tasks_done on tasks (completed_by, completed_at desc, id) where status = 'completed';

create table letters (
  id uuid primary key,
  case_id uuid references cases,
  party_id uuid not null references parties,
  direction text not null check (direction in ('incoming', 'outgoing')),
  kind text not null check (kind in ('submission', 'decision', 'reminder', 'enforcement-title')),
  title text not null,
  file_id uuid references files,
  register_number text unique,
  case_sign text,
  registered_at timestamptz,
  created_at timestamptz not null default now()
);
create index letters_of_case on letters (case_id, created_at);

create table tax_decisions (
  id uuid primary key,
  case_id uuid not null references cases,
  party_id uuid not null references parties,
  tax text not null,
  year integer not null,
  amount bigint not null check (amount >= 0),
  exact_amount text not null,
  derivation jsonb not null,
  instalments jsonb not null,
  status text not null check (status in ('draft', 'rejected', 'approved', 'issued')),
  prepared_by uuid not null references staff,
  approved_by uuid references staff,
  letter_id uuid references letters,
  issued_on date,
  created_at timestamptz not null default now(),
  -- No one approves what they prepared.
  check (approved_by is null or approved_by <> prepared_by)
);
create unique index tax_decisions_once on tax_decisions (case_id, tax, year) where status in ('draft', 'approved', 'issued');

create table deliveries (
  id uuid primary key,
  letter_id uuid not null unique references letters,
  case_id uuid references cases,
  party_id uuid not null references parties,
  channel text not null check (channel in ('collector', 'electronic')),
  recipient_name text not null,
  address jsonb not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'first-notice', 'second-notice', 'delivered', 'deemed', 'refused', 'returned', 'recalled')),
  first_notice_on date,
  second_notice_from date,
  deemed_on date,
  effective_on date,
  rule text,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index deliveries_waiting on deliveries (created_at, id) where state in ('waiting', 'first-notice', 'second-notice');

create table delivery_attempts (
  -- Made by the handheld, so that a repeated send is one attempt.
  id uuid primary key,
  delivery_id uuid not null references deliveries,
  outcome text not null check (outcome in ('handed-over', 'substitute', 'absent', 'refused', 'address-wrong')),
  happened_at timestamptz not null,
  happened_on date not null,
  recipient_name text,
  recipient_relation text,
  notice_place text,
  reason text,
  signature_file_id uuid references files,
  collector_id uuid not null references staff,
  recorded_at timestamptz not null default now()
);

create table accounts (
  id uuid primary key default gen_random_uuid(),
  party_id uuid not null references parties,
  kind text not null,
  bank_account text not null unique,
  created_at timestamptz not null default now(),
  unique (party_id, kind)
);

create table liabilities (
  id uuid primary key,
  account_id uuid not null references accounts,
  party_id uuid not null references parties,
  case_id uuid references cases,
  decision_id uuid unique references tax_decisions,
  tax text not null,
  year integer not null,
  amount bigint not null check (amount >= 0),
  created_at timestamptz not null default now()
);

create table instalments (
  id uuid primary key default gen_random_uuid(),
  liability_id uuid not null references liabilities,
  party_id uuid not null references parties,
  number integer not null,
  due_on date not null,
  amount bigint not null check (amount > 0),
  principal_paid bigint not null default 0 check (principal_paid between 0 and amount),
  state text not null default 'planned'
    check (state in ('planned', 'due', 'overdue', 'reminded', 'enforced', 'paid')),
  unique (liability_id, number)
);
create index instalments_of_party on instalments (party_id, due_on);

create table bookings (
  id bigint generated always as identity primary key,
  key text not null unique,
  account_id uuid not null references accounts,
  party_id uuid not null references parties,
  liability_id uuid references liabilities,
  instalment_id uuid references instalments,
  kind text not null check (kind in ('assessment', 'write-down', 'payment', 'interest', 'reminder-cost', 'overpayment', 'reversal')),
  -- What is owed grows by a debit and falls by a credit; grosz, never negative.
  debit bigint not null default 0 check (debit >= 0),
  credit bigint not null default 0 check (credit >= 0),
  effective_on date not null,
  document text not null,
  booked_at timestamptz not null default now(),
  check ((debit = 0) <> (credit = 0))
);
create index bookings_of_account on bookings (account_id, id);

create table payments (
  id uuid primary key,
  party_id uuid not null references parties,
  paid_by uuid not null references parties,
  account_id uuid not null references accounts,
  amount bigint not null check (amount > 0),
  state text not null default 'created'
    check (state in ('created', 'redirected', 'notified', 'verified', 'booked', 'failed', 'expired')),
  order_id bigint unique,
  redirect_url text,
  created_at timestamptz not null default now(),
  created_on date not null,
  paid_on date,
  booked_at timestamptz
);
create index payments_of_party on payments (party_id, created_at desc, id);

create table payment_items (
  payment_id uuid not null references payments,
  instalment_id uuid not null references instalments,
  amount bigint not null check (amount > 0),
  primary key (payment_id, instalment_id)
);

create table payment_notifications (
  id bigint generated always as identity primary key,
  payment_id uuid references payments,
  order_id bigint,
  accepted boolean not null,
  reason text,
  body jsonb not null,
  received_at timestamptz not null default now()
);
create unique index payment_notifications_once on payment_notifications (payment_id, order_id) where accepted;

create table reminders (
  id uuid primary key,
  account_id uuid not null references accounts,
  party_id uuid not null references parties,
  letter_id uuid not null references letters,
  principal bigint not null,
  interest bigint not null,
  cost bigint not null,
  items jsonb not null,
  issued_on date not null,
  delivered_on date,
  pay_until date,
  state text not null default 'issued' check (state in ('issued', 'delivered', 'paid', 'enforced'))
);

create table enforcement_titles (
  id uuid primary key,
  reminder_id uuid not null unique references reminders,
  party_id uuid not null references parties,
  letter_id uuid references letters,
  number text not null unique,
  principal bigint not null,
  interest bigint not null,
  cost bigint not null,
  issued_on date not null
);

create table number_series (
  name text not null,
  year integer not null,
  last integer not null,
  primary key (name, year)
);

create table office_clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0 check (offset_ms >= 0),
  moved_at timestamptz not null default now()
);
insert into office_clock default values;

create table clock_waits (
  workflow_id text not null,
  wait_key text not null,
  until timestamptz not null,
  primary key (workflow_id, wait_key)
);

create table outbox (
  id bigint generated always as identity primary key,
  -- One delivery for each key, however often the write is repeated.
  key text not null unique,
  workflow_id text not null,
  message jsonb not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index outbox_waiting on outbox (next_attempt_at, id) where delivered_at is null;
create index outbox_by_workflow on outbox (workflow_id, id) where delivered_at is null;

create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('resident', 'staff', 'system')),
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  previous_hash text not null,
  hash text not null
);

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
-- A published version never changes: drafts, cases and letters rest on it.
create trigger service_versions_immutable before update or delete on service_versions for each row execute function forbid_change();
create trigger audit_append_only before update or delete on audit for each row execute function forbid_change();
create trigger audit_no_truncate before truncate on audit for each statement execute function forbid_change();
create trigger bookings_append_only before update or delete on bookings for each row execute function forbid_change();
create trigger bookings_no_truncate before truncate on bookings for each statement execute function forbid_change();

-- Each audit row carries the hash of the one before it: a row changed or taken out breaks the chain.
-- A JSON array keeps the fields apart whatever they hold; UTC keeps the hash the same in every session.
create function audit_hash(entry audit) returns text language sql stable set timezone = 'UTC' as $$
  select encode(digest(jsonb_build_array(entry.previous_hash, entry.id, entry.at, entry.actor_kind, entry.actor_id,
    entry.actor_name, entry.action, entry.subject_type, entry.subject_id, entry.details)::text, 'sha256'), 'hex')
$$;
create function chain_audit() returns trigger language plpgsql as $$
declare previous audit;
begin
  perform pg_advisory_xact_lock(hashtext('audit'));
  select * into previous from audit a order by a.id desc limit 1;
  -- The number is given under the lock, so that the order of numbers is the order of the chain.
  new.id := coalesce(previous.id, 0) + 1;
  new.previous_hash := coalesce(previous.hash, repeat('0', 64));
  new.hash := audit_hash(new);
  return new;
end $$;
create trigger audit_chain before insert on audit for each row execute function chain_audit();

-- The second wall: a resident's transaction runs in a role that sees only rows of the parties they may act for.
-- The role belongs to the whole server: another database's migration may make it at this very moment.
do $$ begin
  if not exists (select from pg_roles where rolname = 'eurzad_resident') then
    begin create role eurzad_resident nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  -- From Postgres 16 on, whoever makes a role may grant it but not take it: an office that is no superuser grants it to itself.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant eurzad_resident to %I', current_user);
  end if;
end $$;

create function current_person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
create function office_today() returns date language sql stable security definer set search_path = public as
  $$ select ((now() + (select offset_ms from office_clock) * interval '1 millisecond') at time zone 'Europe/Warsaw')::date $$;
create function may_act_for(party uuid) returns boolean language sql stable security definer set search_path = public as $$
  select party = current_person() or exists (
    select from powers_of_attorney p
    where p.person_id = current_person() and p.company_id = party and p.revoked_at is null
      and office_today() >= p.valid_from and (p.valid_to is null or office_today() <= p.valid_to))
$$;

grant usage on schema public to eurzad_resident;
grant select on services, service_versions, office_clock, parties, powers_of_attorney to eurzad_resident;
grant select, insert, update, delete on drafts to eurzad_resident;
grant select, insert on submissions, submission_files, files, payments, payment_items to eurzad_resident;
grant select on cases, letters, tax_decisions, deliveries, accounts, liabilities, instalments, bookings, reminders,
  enforcement_titles, case_events, tasks to eurzad_resident;
grant update on tasks to eurzad_resident;
grant insert on outbox, audit to eurzad_resident;
grant select on audit to eurzad_resident;
grant select, insert, update on number_series, idempotency_keys to eurzad_resident;

alter table parties enable row level security;
create policy own on parties to eurzad_resident using (may_act_for(id));
alter table powers_of_attorney enable row level security;
create policy own on powers_of_attorney to eurzad_resident using (person_id = current_person());
alter table drafts enable row level security;
create policy own on drafts to eurzad_resident using (filed_by = current_person() and may_act_for(party_id));
alter table submissions enable row level security;
create policy own on submissions to eurzad_resident using (may_act_for(party_id)) with check (filed_by = current_person() and may_act_for(party_id));
alter table submission_files enable row level security;
create policy own on submission_files to eurzad_resident
  using (exists (select from submissions s where s.id = submission_id));
alter table files enable row level security;
create policy own on files to eurzad_resident
  using (purpose <> 'signature' and (uploaded_by = current_person() or may_act_for(party_id)))
  with check (uploaded_by = current_person());
alter table cases enable row level security;
create policy own on cases to eurzad_resident using (may_act_for(party_id));
alter table case_events enable row level security;
create policy own on case_events to eurzad_resident
  using (visible_to_party and exists (select from cases c where c.id = case_id));
alter table tasks enable row level security;
create policy own on tasks to eurzad_resident using (may_act_for(assignee_party_id));
alter table letters enable row level security;
create policy own on letters to eurzad_resident using (may_act_for(party_id));
alter table tax_decisions enable row level security;
create policy own on tax_decisions to eurzad_resident using (may_act_for(party_id) and status = 'issued');
alter table deliveries enable row level security;
create policy own on deliveries to eurzad_resident using (may_act_for(party_id));
alter table accounts enable row level security;
create policy own on accounts to eurzad_resident using (may_act_for(party_id));
alter table liabilities enable row level security;
create policy own on liabilities to eurzad_resident using (may_act_for(party_id));
alter table instalments enable row level security;
create policy own on instalments to eurzad_resident using (may_act_for(party_id));
alter table bookings enable row level security;
create policy own on bookings to eurzad_resident using (may_act_for(party_id));
alter table payments enable row level security;
create policy own on payments to eurzad_resident using (may_act_for(party_id)) with check (paid_by = current_person() and may_act_for(party_id));
alter table payment_items enable row level security;
create policy own on payment_items to eurzad_resident using (exists (select from payments p where p.id = payment_id));
alter table reminders enable row level security;
create policy own on reminders to eurzad_resident using (may_act_for(party_id));
alter table enforcement_titles enable row level security;
create policy own on enforcement_titles to eurzad_resident using (may_act_for(party_id));
alter table audit enable row level security;
create policy write on audit for insert to eurzad_resident with check (actor_kind = 'resident' and actor_id = current_person()::text);
-- The chain's trigger must read the last hash; a resident may not read the rows themselves, so the trigger runs as its owner.
alter function chain_audit() security definer set search_path = public;
revoke select on audit from eurzad_resident;
