import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createActivities } from '#activities/index';
import { eDeliveryClient } from '#activities/e-delivery/client';
import { ezdClient } from '#activities/ezd/client';
import { przelewy24 } from '#activities/payments/client';
import { officeWorker } from '#activities/worker';
import { freePort } from '#dev/services/ports';
import { demoSettings } from '#dev/simulators/settings';
import { startSimulators } from '#dev/simulators/simulators';
import { migratedDatabase } from '#dev/testing/migrated-database';
import { openFileStore } from '#platform/files';
import { openMailer } from '#platform/mail';
import { inTransaction } from '#platform/database/in-transaction';
import { moveClock } from '#platform/office-clock';
import { renderPdf } from '#platform/pdf/render';
import { workflowBundle } from './bundle.ts';
import { startRelay } from './relay.ts';

let isInstalled = false;

/** A whole office behind the API: real Postgres and Temporal, the simulators of the outside, a worker of its own. */
export const openFlowOffice = async () => {
  if (!isInstalled) Runtime.install({ logger: new DefaultLogger('ERROR') });
  isInstalled = true;
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-flow-'));
  const [port, smtpPort] = [await freePort(), await freePort()];
  const env = { SIMULATOR_PORT: String(port), SMTP_PORT: String(smtpPort), BASE_URL: 'http://127.0.0.1:1' };
  const settings = demoSettings(env, folder);
  const simulators = await startSimulators(settings);
  const url = `http://127.0.0.1:${port}`;
  const { db, close: closeDatabase } = await migratedDatabase();
  const files = openFileStore(join(folder, 'files'));
  const mail = openMailer({ url: `smtp://127.0.0.1:${smtpPort}`, from: 'urzad@example.org' });
  const deps = {
    db,
    files,
    mail,
    ezd: ezdClient({ url: `${url}/ezd`, ...settings.ezd }),
    gateway: przelewy24({ url: `${url}/payments`, ...settings.merchant }),
    eDelivery: eDeliveryClient({ url: `${url}/edelivery`, address: 'AE:PL-98765-43210-SFVYC-19' }),
    render: renderPdf,
    baseUrl: 'http://127.0.0.1:1',
    reminders: { graceDays: 1, remindSmallAtOnce: true },
  };

  const address = process.env.TEST_TEMPORAL_ADDRESS;
  if (!address) throw new Error('TEST_TEMPORAL_ADDRESS is unset: run this test in the Jest project "services".');
  const taskQueue = `flow-${randomUUID()}`;
  const bundle = await workflowBundle();
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const startWorker = async () => {
    const native = await NativeConnection.connect({ address });
    const activities = createActivities(deps);
    const code = { workflowBundle: bundle };
    const worker = await officeWorker({ connection: native, namespace: 'default', taskQueue, activities, code });
    const running = worker.run();
    return async () => {
      worker.shutdown();
      await running;
      await native.close();
    };
  };
  const stopWorker = { now: await startWorker() };
  const relay = startRelay(db, client, taskQueue);

  return {
    db,
    client,
    taskQueue,
    url,
    files,
    /** The worker dies and another one takes over. */
    restartWorker: async (): Promise<void> => {
      await stopWorker.now();
      stopWorker.now = await startWorker();
    },
    moveClock: async (move: Parameters<typeof moveClock>[1]): Promise<void> => {
      await inTransaction(db, (trx) =>
        moveClock(trx, move, (payload) => ({ type: 'signal', signal: 'officeClockMoved', payload })),
      );
    },
    /** Lets the next calls to the records system fail. */
    failEzd: (fault: { failNext: number; mode: 'before' | 'after' }) =>
      fetch(`${url}/ezd/_faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      }),
    state: async <T>(system: 'ezd' | 'payments' | 'edelivery'): Promise<T> =>
      (await (await fetch(`${url}/${system}/_state`)).json()) as T,
    close: async (): Promise<void> => {
      await relay.stop();
      await stopWorker.now();
      await connection.close();
      await simulators.stop();
      mail.close();
      await closeDatabase();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type FlowOffice = Awaited<ReturnType<typeof openFlowOffice>>;

/** Asks until there is an answer. The limit leaves room for an activity that was lost and is tried again. */
export const eventually = async <T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> => {
  const until = Date.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`${what} did not come about`);
    await pause(100);
  }
};
