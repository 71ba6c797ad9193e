import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database/schema';
import type { FileStore } from '#platform/files';
import type { Metrics } from '#platform/metrics';
import type { JobQueues } from '#platform/queue';

/** What the machine gives to the API. `main.ts` opens the parts, `createApp` hands them to Nest, tests bring their own. */
export type Parts = {
  config: Config;
  db: Db;
  files: FileStore;
  temporal: Client;
  log: Log;
  /** Without queues the sweep alone carries the outbox. */
  queues?: JobQueues;
  metrics?: Metrics;
};
export type Db = Kysely<Database>;
export type Log = Logger;

export const CONFIG = Symbol('config');
export const DATABASE = Symbol('database');
export const FILES = Symbol('files');
export const TEMPORAL = Symbol('temporal');
export const LOG = Symbol('log');
export const QUEUES = Symbol('queues');
export const METRICS = Symbol('metrics');

export type { Config, FileStore, JobQueues, Metrics };
export type { Client as TemporalClient };
