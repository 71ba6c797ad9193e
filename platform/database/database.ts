import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';
import { SteadyClient } from './steady-client.ts';

export type Db = Kysely<Database>;

const typeOf = pg.types.builtins;

const exactInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} does not fit a JavaScript number.`);
  return value;
};

/** How columns arrive: bigint as a number (grosz and counters), `date` as the plain text that it is; no time zone touches it. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === typeOf.INT8) return exactInteger;
    if (oid === typeOf.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export type DatabaseOptions = {
  pool?: number;
  /** Hears of idle connections that broke; the pool opens new ones by itself. */
  onError?: (error: Error) => void;
};

/** The city's database. Nothing connects until the first query, so a program starts while Postgres is still down. */
export const openDatabase = (url: string, { pool = 10, onError }: DatabaseOptions = {}): Db => {
  const connections = new pg.Pool({
    connectionString: url,
    Client: SteadyClient,
    max: pool,
    types,
    connectionTimeoutMillis: 5_000,
    application_name: 'e-urzad',
  });
  // Without a listener the loss of an idle connection would end the process.
  connections.on('error', (error) => onError?.(error));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: connections }) });
};
