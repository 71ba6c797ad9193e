-- The second wall behind the API's checks, closed where it stood open.

-- Stored answers to requests hold what people were told: each sees their own.
alter table idempotency_keys enable row level security;
create policy own on idempotency_keys to eurzad_resident using (actor = 'resident/' || current_person());

-- Whoever no longer acts for a company no longer reads what they once uploaded for it, and uploads nothing for strangers.
drop policy own on files;
create policy own on files to eurzad_resident
  using (purpose <> 'signature' and may_act_for(party_id))
  with check (uploaded_by = current_person() and may_act_for(party_id));

-- Nobody files another's upload or pays for another's instalment by naming it: the inner rows pass their own policies.
drop policy own on submission_files;
create policy own on submission_files to eurzad_resident
  using (exists (select from submissions s where s.id = submission_id))
  with check (exists (select from submissions s where s.id = submission_id) and exists (select from files f where f.id = file_id));
drop policy own on payment_items;
create policy own on payment_items to eurzad_resident
  using (exists (select from payments p where p.id = payment_id))
  with check (exists (select from payments p where p.id = payment_id) and exists (select from instalments i where i.id = instalment_id));

-- A resident finishes a task; its term, its input and whose it is are the office's.
revoke update on tasks from eurzad_resident;
grant update (status, answers, completed_at, completed_by, version) on tasks to eurzad_resident;
