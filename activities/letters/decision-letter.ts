import { warsawDate } from '#domain/calendar/warsaw';
import { grosze } from '#domain/money';
import type { DerivationStep, RoundingStep } from '#domain/tax/derivation';
import type { PlannedInstalment } from '#domain/tax/instalments';
import { plannedOn } from '#domain/tax/instalments';
import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import type { FileStore } from '#platform/files';
import { officeClock } from '#platform/office-clock';
import type { DecisionLetter } from '#platform/pdf/letter-data';
import type { renderPdf } from '#platform/pdf/render';
import { taxAccountOf } from '../accounts/tax-account.ts';
import { bundleOf, caseWithService } from '../cases/read-case.ts';
import { addressOf } from '../deliveries/address-of.ts';
import { derivedId } from '../identity/derived-id.ts';
import { cityRates } from '../taxes/city-rates.ts';
import { monthsOf } from '../taxes/months-of.ts';
import { lastVerification } from '../taxes/verification.ts';
import { addressLines } from './address-lines.ts';
import { coOwnersOf } from './co-owners.ts';
import { keepLetterFile } from './keep-letter-file.ts';
import { letterhead } from './letterhead.ts';

type Deps = { db: Db; files: FileStore; render: typeof renderPdf };

/** The approved decision as a letter: row first, so that the PDF has its id; the template is the case's own version. */
export const writeDecisionLetter = async (deps: Deps, decisionId: string): Promise<{ letterId: string }> => {
  const { db, render } = deps;
  const letterId = derivedId('letter', 'decision', decisionId);
  const decision = await db
    .selectFrom('tax_decisions as d')
    .leftJoin('staff as by', 'by.id', 'd.approved_by')
    .selectAll('d')
    .select('by.name as signed_by')
    .where('d.id', '=', decisionId)
    .executeTakeFirstOrThrow();
  const found = await caseWithService(db, decision.case_id);
  const filed = await db
    .selectFrom('submissions')
    .selectAll()
    .where('case_id', '=', found.id)
    .executeTakeFirstOrThrow();
  const party = await db
    .selectFrom('parties')
    .select('address')
    .where('id', '=', found.partyId)
    .executeTakeFirstOrThrow();
  const title = `Decyzja w sprawie podatku od nieruchomości na rok ${decision.year}`;
  const account = await inTransaction(db, async (trx) => {
    const letter = { case_id: found.id, party_id: found.partyId, direction: 'outgoing', kind: 'decision' } as const;
    await trx
      .insertInto('letters')
      .values({ id: letterId, title, ...letter })
      .onConflict((same) => same.column('id').doNothing())
      .execute();
    await trx.updateTable('tax_decisions').set({ letter_id: letterId }).where('id', '=', decisionId).execute();
    return taxAccountOf(trx, found.partyId, decision.year);
  });
  const { dutyMonths } = await lastVerification(db, found.id);
  const months = monthsOf(dutyMonths, found.answers, decision.year);
  const { nowMs, now } = await officeClock(db);
  const data: DecisionLetter = {
    office: letterhead.office,
    unit: letterhead.unit,
    sign: found.caseSign ?? undefined,
    place: letterhead.place,
    date: warsawDate(nowMs),
    addressee: [
      found.partyName,
      ...addressLines(await addressOf(db, { case_id: found.id, party_address: party.address })),
    ],
    taxpayer: found.partyName,
    year: decision.year,
    monthsFrom: months.from,
    monthsTo: months.to,
    filedOn: filed.submitted_on,
    amount: decision.amount,
    derivation: (decision.derivation as (DerivationStep | RoundingStep)[]).filter((line) => 'category' in line),
    rounding: {
      exact: decision.exact_amount,
      tax: grosze(decision.amount),
      article: 'Ordynacja podatkowa art. 63 § 1',
    },
    instalments: plannedOn(decision.instalments as PlannedInstalment[], warsawDate(nowMs)),
    account: account.bankAccount,
    ratesBasis: cityRates(decision.year)?.legalBasis ?? '',
    coOwners: coOwnersOf(found.answers),
    signedBy: decision.signed_by ?? '',
    signedAs: letterhead.signedAs,
  };
  const template = (await bundleOf(db, found.id)).letters.decision;
  if (template === undefined) throw new Error(`the service ${found.serviceId} has no letter "decision"`);
  const pdf = await render({ template, data, title, lang: 'pl', createdAt: now });
  await keepLetterFile(deps, {
    letterId,
    caseId: found.id,
    partyId: found.partyId,
    name: `decyzja-${decision.year}.pdf`,
    pdf,
  });
  return { letterId };
};
