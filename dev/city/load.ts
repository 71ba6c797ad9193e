import type { Db } from '#platform/database/database';
import { companies, powersOfAttorney, residents, staff } from './people.ts';

const loadParties = async (db: Db): Promise<void> => {
  for (const { pesel, givenName, familyName, birthDate, email, phone, address, eDeliveryAddress } of residents) {
    const values = {
      name: `${givenName} ${familyName}`,
      given_name: givenName,
      family_name: familyName,
      birth_date: birthDate,
      email,
      phone,
      address: JSON.stringify(address),
      e_delivery_address: eDeliveryAddress ?? null,
    };
    await db
      .insertInto('parties')
      .values({ kind: 'person', pesel, ...values })
      .onConflict((conflict) => conflict.column('pesel').doUpdateSet(values))
      .execute();
  }
  for (const { nip, name, regon, email, phone, address, eDeliveryAddress } of companies) {
    const values = {
      name,
      regon,
      email,
      phone,
      address: JSON.stringify(address),
      e_delivery_address: eDeliveryAddress,
    };
    await db
      .insertInto('parties')
      .values({ kind: 'company', nip, ...values })
      .onConflict((conflict) => conflict.column('nip').doUpdateSet(values))
      .execute();
  }
};

const loadPowersOfAttorney = async (db: Db): Promise<void> => {
  const idOf = async (column: 'pesel' | 'nip', value: string) =>
    (await db.selectFrom('parties').select('id').where(column, '=', value).executeTakeFirstOrThrow()).id;
  for (const { pesel, nip, scope, validFrom } of powersOfAttorney) {
    const pair = { person_id: await idOf('pesel', pesel), company_id: await idOf('nip', nip) };
    // One that was revoked in the demo stays revoked: any row of the pair counts.
    const known = await db
      .selectFrom('powers_of_attorney')
      .select('id')
      .where('person_id', '=', pair.person_id)
      .where('company_id', '=', pair.company_id)
      .executeTakeFirst();
    if (known) continue;
    const values = { ...pair, scope: [...scope], valid_from: validFrom, valid_to: null, revoked_at: null };
    await db.insertInto('powers_of_attorney').values(values).execute();
  }
};

const loadStaff = async (db: Db): Promise<void> => {
  for (const { login, name, email, roles, groups } of staff) {
    const values = { name, email, roles, groups };
    await db
      .insertInto('staff')
      .values({ login, ...values })
      .onConflict((conflict) => conflict.column('login').doUpdateSet(values))
      .execute();
  }
};

/** Brings the demo city's people, companies, powers of attorney and staff into the office. Doing it again changes nothing. */
export const loadPeople = async (db: Db): Promise<void> => {
  await loadParties(db);
  await loadPowersOfAttorney(db);
  await loadStaff(db);
};
