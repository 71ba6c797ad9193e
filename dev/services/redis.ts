import { connect } from 'node:net';
import { mkdirSync } from 'node:fs';
import { startChild, untilReady, type RunningService } from './child.ts';
import { requireFreePort } from './ports.ts';
import { findOnPath } from './programs.ts';

export type RedisOptions = { address?: string; port: number; data: string; log: string };

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data).startsWith('+PONG'));
    });
  });

/** Redis from the address given or from the PATH; undefined where there is neither, since Bull then runs on Postgres. */
export const startRedis = async (options: RedisOptions): Promise<RunningService | undefined> => {
  if (options.address) {
    return { address: options.address, origin: 'environment', exited: new Promise(() => {}), stop: async () => {} };
  }
  const program = findOnPath('redis-server');
  if (!program) return undefined;
  await requireFreePort(options.port, 'Redis', 'REDIS_PORT');
  mkdirSync(options.data, { recursive: true });
  const settings = ['--port', String(options.port), '--bind', '127.0.0.1', '--dir', options.data];
  // A queue must never lose a job to make room for another.
  const child = startChild(program, [...settings, '--maxmemory-policy', 'noeviction', '--appendonly', 'yes'], {
    log: options.log,
  });
  await untilReady('Redis', child, () => answers(options.port), 20);
  return { address: `redis://127.0.0.1:${options.port}`, origin: 'path', exited: child.exited, stop: child.stop };
};
