import { openDatabase } from '#platform/database/database';
import { readConfig } from '#platform/config';
import { openFileStore } from '#platform/files';
import { openLog } from '#platform/log';
import { openMetrics, serveMetrics } from '#platform/metrics';
import { openQueues } from '#platform/queue';
import { createApp } from './app.ts';
import { openTemporal } from './temporal.ts';

/** The API process: opens what it needs, serves, and on SIGTERM finishes the requests under way before it closes. */
const config = readConfig();
const log = openLog(config);
const db = openDatabase(config.database.url, {
  pool: config.database.pool,
  onError: (error) => log.warn({ err: error }, 'lost an idle connection to Postgres'),
});
const temporal = openTemporal(config);
const queues = await openQueues({
  databaseUrl: config.database.url,
  redisUrl: config.redisUrl,
  onError: (error, { silenced }) => log.warn({ err: error, silenced }, 'the job queue has trouble'),
});
const metrics = openMetrics('api');
const metricsServer = config.metricsPort ? serveMetrics(metrics, config.metricsPort) : undefined;
const files = openFileStore(config.filesDir);
const app = await createApp({ config, db, log, temporal, queues, metrics, files });

const stop = async (signal: string): Promise<void> => {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), 10_000).unref();
  metricsServer?.close();
  await app.close();
  await queues.close();
  await temporal.connection.close();
  await db.destroy();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

await app.listen(config.port);
log.info({ address: config.baseUrl, port: config.port }, 'the office is open');
