import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database/database';
import { prepare } from './prepare.ts';

/** `urzad prepare`: what must have happened before the API and the worker of this version start. */
if (process.argv[2] !== 'prepare') {
  console.error('Usage: node --conditions=production dist/cli/main.js prepare');
  process.exit(2);
}
const config = readConfig();
const db = openDatabase(config.database.url, { pool: 2 });
try {
  console.log(await prepare(db, config));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.destroy();
}
