import type { Json } from '#forms/form';
import type { Trx } from '#platform/database/in-transaction';

/** What the office knows about the party acted for, under the names that forms use in `x-prefill`. */
export const officeKnows = async (trx: Trx, partyId: string): Promise<{ [source: string]: Json }> => {
  const party = await trx.selectFrom('parties').selectAll().where('id', '=', partyId).executeTakeFirstOrThrow();
  return {
    person: {
      name: party.name,
      givenName: party.given_name,
      familyName: party.family_name,
      identifierKind: party.pesel ? 'pesel' : 'nip',
      pesel: party.pesel,
      nip: party.nip,
      regon: party.regon,
      birthDate: party.birth_date,
      email: party.email,
      phone: party.phone,
      address: party.address as Json,
    },
  };
};
