import { existsSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { taskQueue } from '#workflows/messages';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database/database';
import { openFileStore } from '#platform/files';
import { openLog } from '#platform/log';
import { openMailer } from '#platform/mail';
import { openMetrics, serveMetrics } from '#platform/metrics';
import { renderPdf } from '#platform/pdf/render';
import { fromRoot } from '#platform/project-root';
import { eDeliveryClient } from './e-delivery/client.ts';
import { ezdClient } from './ezd/client.ts';
import { createActivities } from './index.ts';
import { przelewy24 } from './payments/client.ts';
import { officeWorker } from './worker.ts';

const config = readConfig();
const log = openLog(config);
const logger = new DefaultLogger(
  config.logLevel === 'debug' || config.logLevel === 'trace' ? 'DEBUG' : 'WARN',
  (entry) =>
    log[entry.level === 'ERROR' ? 'error' : entry.level === 'WARN' ? 'warn' : 'info'](entry.meta ?? {}, entry.message),
);
// The worker stops by itself on SIGINT and SIGTERM: it finishes what runs, then `run` returns.
Runtime.install({ logger, shutdownSignals: ['SIGINT', 'SIGTERM', 'SIGQUIT'] });

const metrics = config.metricsPort ? serveMetrics(openMetrics('worker'), config.metricsPort) : undefined;
const db = openDatabase(config.database.url, {
  pool: config.database.pool,
  onError: (error) => log.warn({ err: error }, 'a connection to the database broke'),
});
const mail = openMailer(config.mail);

const main = async (): Promise<void> => {
  const connection = await NativeConnection.connect({ address: config.temporal.address });
  try {
    const worker = await officeWorker({
      connection,
      namespace: config.temporal.namespace,
      taskQueue,
      code: existsSync(config.workflowBundle)
        ? { workflowBundle: { codePath: config.workflowBundle } }
        : { workflowsPath: fromRoot('workflows/index.ts') },
      activities: createActivities({
        db,
        files: openFileStore(config.filesDir),
        mail,
        ezd: ezdClient(config.ezd),
        gateway: przelewy24(config.payments),
        eDelivery: eDeliveryClient(config.eDelivery),
        render: renderPdf,
        baseUrl: config.baseUrl,
        reminders: { graceDays: 1, remindSmallAtOnce: config.demoCity },
      }),
    });
    log.info({ taskQueue }, 'the worker works');
    await worker.run();
  } finally {
    await connection.close();
  }
};

try {
  await main();
  log.info('the worker has stopped');
} catch (error) {
  // A lost Temporal ends the process with an error: whoever keeps it running starts it again, and it connects anew.
  log.error({ err: error }, 'the worker ended');
  process.exitCode = 1;
} finally {
  metrics?.close();
  mail.close();
  await db.destroy();
}
