import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Db } from '#platform/database/database';
import { migrateToLatest } from '#platform/database/migrate';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople } from './load.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  await migrateToLatest(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

it('brings the same people however often it is loaded', async () => {
  await loadPeople(db);
  await loadPeople(db);
  const parties = await db.selectFrom('parties').select(['name', 'address']).orderBy('name').execute();
  expect(parties.map(({ name }) => name)).toEqual([
    'Anna Nowak',
    'Jan Kowalski',
    'Maria Wiśniewska',
    'Piekarnia Złoty Kłos sp. z o.o.',
    'Stanisław Wójcik',
  ]);
  expect(parties[0]!.address).toEqual({ street: 'Rynek', house: '5', flat: '3', postcode: '59-220', city: 'Legnica' });
  expect(await db.selectFrom('powers_of_attorney').selectAll().execute()).toHaveLength(1);
  const groups = await db.selectFrom('staff').select('groups').where('login', '=', 'k.zielinska').execute();
  expect(groups).toEqual([{ groups: ['tax-assessment'] }]);
});
