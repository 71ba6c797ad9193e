import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { eDeliveryClient } from '#activities/e-delivery/client';
import { ezdClient } from '#activities/ezd/client';
import { createActivities } from '#activities/index';
import { przelewy24 } from '#activities/payments/client';
import { officeWorker } from '#activities/worker';
import { freePort } from '#dev/services/ports';
import { demoSettings } from '#dev/simulators/settings';
import { startSimulators } from '#dev/simulators/simulators';
import { openMailer } from '#platform/mail';
import { renderPdf } from '#platform/pdf/render';
import { taskQueue } from '#workflows/messages';
import { workflowBundle } from '#workflows/testing/bundle';
import { settle } from './city.ts';
import { openTestOffice } from './office.ts';

/** A namespace of its own keeps this office's workflows from other test files on the same server. */
const ownNamespace = async (address: string): Promise<string> => {
  const namespace = `api-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  // The server tells itself of new namespaces every few seconds.
  const isKnown = () =>
    connection.workflowService.listOpenWorkflowExecutions({ namespace }).then(
      () => true,
      () => false,
    );
  while (!(await isKnown())) await pause(200);
  await connection.close();
  return namespace;
};

/** Everything that one laptop runs: API on a port, worker, simulators, Postgres and Temporal. */
export const openWholeOffice = async () => {
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
  } catch {
    // Another office of this process installed it.
  }
  const address = process.env.TEST_TEMPORAL_ADDRESS!;
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-whole-'));
  const [port, simulatorPort, smtpPort] = [await freePort(), await freePort(), await freePort()];
  const baseUrl = `http://127.0.0.1:${port}`;
  const url = `http://127.0.0.1:${simulatorPort}`;
  const settings = demoSettings(
    { SIMULATOR_PORT: String(simulatorPort), SMTP_PORT: String(smtpPort), BASE_URL: baseUrl },
    folder,
  );
  const simulators = await startSimulators(settings);
  const namespace = await ownNamespace(address);
  const office = await openTestOffice({
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    BASE_URL: baseUrl,
    PAYMENTS_URL: `${url}/payments`,
  });
  const people = await settle(office);
  await office.app.listen(port, '127.0.0.1');
  const mail = openMailer({ url: `smtp://127.0.0.1:${smtpPort}`, from: 'urzad@example.org' });
  const activities = createActivities({
    db: office.db,
    files: office.files,
    mail,
    ezd: ezdClient({ url: `${url}/ezd`, ...settings.ezd }),
    gateway: przelewy24({ url: `${url}/payments`, ...settings.merchant }),
    eDelivery: eDeliveryClient({ url: `${url}/edelivery`, address: office.config.eDelivery.address }),
    render: renderPdf,
    baseUrl,
    reminders: { graceDays: 1, remindSmallAtOnce: true },
  });
  const code = { workflowBundle: await workflowBundle() };
  let stop: (() => Promise<void>) | null = null;
  const startWorker = async (): Promise<void> => {
    const connection = await NativeConnection.connect({ address });
    const worker = await officeWorker({ connection, namespace, taskQueue, activities, code });
    const running = worker.run();
    stop = async () => {
      worker.shutdown();
      await running;
      await connection.close();
    };
  };
  const stopWorker = async (): Promise<void> => {
    await stop?.();
    stop = null;
  };
  await startWorker();
  const close = async (): Promise<void> => {
    await office.close();
    await stopWorker();
    await simulators.stop();
    mail.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...office, people, startWorker, stopWorker, close };
};

/** Asks until there is an answer, for half a minute at most. */
export const eventually = async <T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> => {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(150)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`${what} did not come about`);
};
