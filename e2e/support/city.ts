import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A whole demo city, started the way a new user starts it, on ports and in a folder of its own. */
export type City = { address: string; simulators: string; folder: string; stop(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A city that somebody started before; it is left running. */
export const runningCity = (address: string): City => ({
  address,
  simulators: process.env['SIMULATORS'] ?? 'http://localhost:8090',
  folder: '.data',
  stop: () => Promise.resolve(),
});

/** Starts `npm start`'s program and waits until it says that the city is open; rejects with what it printed otherwise. */
export const openCity = async (): Promise<City> => {
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-story-'));
  const names = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'SIMULATOR_PORT', 'SMTP_PORT'];
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, String(await freePort())])));
  const { NODE_OPTIONS: _, npm_lifecycle_event: __, ...inherited } = process.env;
  const launcher = spawn(process.execPath, ['dev/start.js'], {
    env: { ...inherited, ...ports, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    launcher.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const opened = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes('is open at')) resolve();
    };
    launcher.stdout.on('data', read);
    launcher.stderr.on('data', read);
    void ended.then(() => reject(new Error(`the city did not open:\n${printed}`)));
  });
  const patience = setTimeout(() => launcher.kill('SIGTERM'), 5 * 60_000);
  await opened;
  clearTimeout(patience);
  return {
    address: `http://localhost:${ports['PORT']}`,
    simulators: `http://localhost:${ports['SIMULATOR_PORT']}`,
    folder,
    stop,
  };
};
