import { prepare } from '../../cli/prepare.ts';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database/database';
import { loadPeople } from './load.ts';

/** Prepares the database and fills it with the demo city, once; every later run finds it done. */
const config = readConfig();
if (!config.demoCity) throw new Error('DEMO_CITY is not true: the demo people stay out of a real city’s register.');
const db = openDatabase(config.database.url, { pool: 2 });
try {
  console.log(await prepare(db, config));
  await loadPeople(db);
} finally {
  await db.destroy();
}
