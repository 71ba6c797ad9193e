import { randomUUID } from 'node:crypto';
import { parsePesel } from '#domain/identifiers/pesel';
import type { Db } from '#platform/database/database';

const address = { street: 'Rynek', house: '5', flat: '3', postcode: '59-220', city: 'Legnica' };

/** The n-th invented PESEL: persons born from 1 January 1801 on, ten thousand a day. */
const pesel = (n: number): string => {
  const day = String(1 + Math.floor(n / 10_000)).padStart(2, '0');
  const start = `0181${day}${String(n % 10_000).padStart(4, '0')}`;
  for (let check = 0; check < 10; check += 1) if (parsePesel(`${start}${check}`).ok) return `${start}${check}`;
  throw new Error(`no PESEL begins with ${start}`);
};

/** Persons for the bench, one a case, so that no two cases wait for each other's account. */
export const inviteTaxpayers = async (db: Db, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = randomUUID();
    const person = { kind: 'person' as const, name: `Próba ${n}`, given_name: 'Próba', family_name: String(n) };
    const reach = { email: `proba.${n}@example.org`, address: JSON.stringify(address) };
    await db
      .insertInto('parties')
      .values({ id, pesel: pesel(n), ...person, ...reach })
      .execute();
    ids.push(id);
  }
  return ids;
};
