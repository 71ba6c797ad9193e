import { virtualAccount } from '#domain/identifiers/nrb';
import type { Trx } from '#platform/database/in-transaction';
import { nextNumber } from '#platform/number-series';
import { derivedId } from '../identity/derived-id.ts';

/** The made-up bank of the demo, the city's mask in it, and the kind of account for local taxes. */
const bank = { sortCode: '99900009', mask: '0217' };
const kind = 'local-taxes';

export type TaxAccount = { id: string; bankAccount: string };

/** The taxpayer's account, with a bank account of its own: found, or opened when the first decision needs it. */
export const taxAccountOf = async (trx: Trx, partyId: string, year: number): Promise<TaxAccount> => {
  const known = await find(trx, partyId);
  if (known) return known;
  const number = String(await nextNumber(trx, 'tax-account', year)).padStart(8, '0');
  await trx
    .insertInto('accounts')
    .values({
      id: derivedId('account', partyId, kind),
      party_id: partyId,
      kind,
      bank_account: virtualAccount({ ...bank, liability: `${year}${number}` }),
    })
    .onConflict((same) => same.columns(['party_id', 'kind']).doNothing())
    .execute();
  const opened = await find(trx, partyId);
  if (!opened) throw new Error('the account was not opened');
  return opened;
};

const find = (trx: Trx, partyId: string): Promise<TaxAccount | undefined> =>
  trx
    .selectFrom('accounts')
    .select(['id', 'bank_account as bankAccount'])
    .where('party_id', '=', partyId)
    .where('kind', '=', kind)
    .executeTakeFirst();
