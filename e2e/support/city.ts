import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A whole demo city, started the way a new user starts it, on ports and in a folder of its own. */
export type City = {
  address: string;
  simulators: string;
  folder: string;
  /** What was printed and logged: for a story that failed. */
  account(): string;
  stop(): Promise<void>;
};

/** A city of our own: its launcher, whose children may be killed, and the servers that it started. */
export type OwnCity = City & { launcher: number; database: string; temporal: string };

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
  account: () => '',
  stop: () => Promise.resolve(),
});

const lastLines = (logs: string): string[] =>
  readdirSync(logs).map((name) => {
    const lines = readFileSync(join(logs, name), 'utf8').trim().split('\n').slice(-40);
    return [`── ${name}`, ...lines.map((line) => line.slice(0, 1500))].join('\n');
  });

/** Starts `npm start`'s program and waits until it says that the city is open; rejects with what it printed otherwise. */
export const openCity = async (environment: Record<string, string> = {}): Promise<OwnCity> => {
  const folder = mkdtempSync(join(tmpdir(), 'e-urzad-story-'));
  // Where Postgres runs as a user of its own, that user must come through; else its data would lie elsewhere and outlive the story.
  chmodSync(folder, 0o755);
  const names = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'SIMULATOR_PORT', 'SMTP_PORT'];
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, String(await freePort())])));
  const { NODE_OPTIONS: _, npm_lifecycle_event: __, ...inherited } = process.env;
  const launcher = spawn(process.execPath, ['dev/start.js'], {
    env: { ...inherited, ...ports, ...environment, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    launcher.kill('SIGTERM');
    // A story that failed may have left it asleep.
    launcher.kill('SIGCONT');
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
    launcher: launcher.pid!,
    database: `postgres://postgres:${readFileSync(join(folder, 'postgres.password'), 'utf8').trim()}@127.0.0.1:${ports['POSTGRES_PORT']}/e_urzad`,
    temporal: `127.0.0.1:${ports['TEMPORAL_PORT']}`,
    account: () => [printed, ...lastLines(join(folder, 'logs'))].join('\n'),
    stop,
  };
};
