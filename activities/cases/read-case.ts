import type { Json, Variables } from '#engine/contract';
import type { Plan } from '#engine/plan';
import type { Bundle } from '#platform/catalog/bundle';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';

/** A case with the version of the service that it keeps and the answers as they stand now. */
export const caseWithService = async (db: Db | Trx, caseId: string) => {
  const row = await db
    .selectFrom('cases as c')
    .innerJoin('service_versions as v', (join) =>
      join.onRef('v.service_id', '=', 'c.service_id').onRef('v.version', '=', 'c.service_version'),
    )
    .innerJoin('submissions as s', 's.case_id', 'c.id')
    .innerJoin('parties as p', 'p.id', 'c.party_id')
    .select(['c.id', 'c.party_id', 'c.case_sign', 'c.title', 'c.service_id', 'c.opened_on', 'c.due_on'])
    .select(['v.plan', 's.answers', 's.id as submission_id', 'p.kind', 'p.name'])
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    partyId: row.party_id,
    partyName: row.name,
    partyKind: row.kind,
    caseSign: row.case_sign,
    title: row.title,
    serviceId: row.service_id,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    submissionId: row.submission_id,
    plan: row.plan as Plan,
    answers: row.answers as Variables,
  };
};

/** The whole bundle of the version that the case keeps: large, so it is read only where a letter is written from it. */
export const bundleOf = async (db: Db | Trx, caseId: string): Promise<Bundle> => {
  const row = await db
    .selectFrom('cases as c')
    .innerJoin('service_versions as v', (join) =>
      join.onRef('v.service_id', '=', 'c.service_id').onRef('v.version', '=', 'c.service_version'),
    )
    .select('v.bundle')
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row.bundle as Bundle;
};

/** Least data: only the answers that the process's expressions name enter a workflow. */
export const usedAnswers = (plan: Plan, answers: Variables): Variables => {
  const used: [string, Json][] = plan.usedAnswers.map((name) => [name, answers[name] ?? null]);
  return Object.fromEntries(used);
};
