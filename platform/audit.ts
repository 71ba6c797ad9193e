import { sql } from 'kysely';
import type { Db } from './database/database.ts';
import type { Trx } from './database/in-transaction.ts';

export type Actor = { kind: 'resident' | 'staff' | 'system'; id: string; name: string };

export type AuditEntry = {
  actor: Actor;
  /** What was done, as `thing.verb`: `task.completed`, `submission.filed`. */
  action: string;
  subject: { type: string; id: string };
  /** Facts that explain it; never a form's answers. */
  details?: Record<string, unknown>;
};

/** Writes to the log that nobody can change. Writers queue up until commit, so this comes last in a transaction. */
export const writeAudit = async (trx: Trx, { actor, action, subject, details = {} }: AuditEntry): Promise<void> => {
  await trx
    .insertInto('audit')
    .values({
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      action,
      subject_type: subject.type,
      subject_id: subject.id,
      details: JSON.stringify(details),
      // The database chains the rows: it fills both.
      previous_hash: '',
      hash: '',
    })
    .execute();
};

/** Walks the whole chain; `brokenAt` is the first row that was changed, or whose predecessor was taken out. */
export const verifyAudit = async (db: Db): Promise<{ intact: boolean; brokenAt: number | null }> => {
  const { rows } = await sql<{ id: number }>`
    select id from (
      select id, hash, previous_hash, audit_hash(audit) as computed,
             lag(hash, 1, repeat('0', 64)) over (order by id) as predecessor
      from audit) chain
    where hash <> computed or previous_hash <> predecessor
    order by id limit 1`.execute(db);
  return { intact: rows.length === 0, brokenAt: rows[0]?.id ?? null };
};
