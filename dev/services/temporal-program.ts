import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findOnPath, firstExecutable } from './programs.ts';

const CLI = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const run = promisify(execFile);

type Tell = (line: string) => void;

/** Lets the SDK fetch its own server; it then lies in our folder under a name of the SDK's. */
const download = async (folder: string): Promise<void> => {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const executable = { type: 'cached-download', downloadDir: folder } as const;
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
  const fetched = readdirSync(folder).find((name) => name.startsWith('temporal-'));
  if (fetched) symlinkSync(fetched, join(folder, 'temporal'));
};

const build = async (folder: string, tell: Tell): Promise<void> => {
  const go = findOnPath('go');
  if (!go) {
    throw new Error(
      'Temporal is neither on the PATH nor to be downloaded, and there is no Go to build it with. ' +
        'Install the Temporal CLI (https://docs.temporal.io/cli) or Go 1.24+, or set TEMPORAL_ADDRESS.',
    );
  }
  const began = Date.now();
  const clock = setInterval(
    () => tell(`building Temporal, ${Math.round((Date.now() - began) / 1000)} s so far`),
    15_000,
  );
  try {
    tell('building Temporal from source; this takes some minutes, once');
    await run(go, ['install', CLI], { env: { ...process.env, GOBIN: folder }, maxBuffer: 64 << 20 });
  } finally {
    clearInterval(clock);
  }
};

/** The Temporal program: on the PATH, built earlier, fetched by the SDK, or built from the Go module, in this order. */
export const temporalProgram = async (
  folder: string,
  tell: Tell,
): Promise<{ program: string; origin: 'path' | 'package' }> => {
  const bin = resolve(folder);
  const present = findOnPath('temporal') ?? firstExecutable([join(homedir(), 'go', 'bin', 'temporal')]);
  if (present) return { program: present, origin: 'path' };
  const ours = join(bin, 'temporal');
  if (!firstExecutable([ours])) {
    mkdirSync(bin, { recursive: true });
    tell('downloading Temporal');
    await download(bin).catch((error: Error) => tell(`no download of Temporal (${error.message.split('\n')[0]})`));
  }
  if (!firstExecutable([ours])) await build(bin, tell);
  return { program: ours, origin: 'package' };
};
