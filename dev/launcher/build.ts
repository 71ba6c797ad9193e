import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { unlessDone } from './fingerprint.ts';

const run = promisify(execFile);
const common = ['package-lock.json', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
const pure = ['domain', 'forms', 'engine'];
const rooms = [...pure, 'platform', 'activities', 'workflows', 'api', 'cli', 'dev', 'types'];

const node = async (...args: string[]): Promise<void> => {
  try {
    await run(process.execPath, args, { maxBuffer: 64 << 20 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${args.join(' ')} failed:\n${(stdout + stderr).trim().split('\n').slice(-30).join('\n')}`, {
      cause: error,
    });
  }
};

/** Compiles the rooms to `dist/`, then bundles the workflows from there. */
const buildServer = (): Promise<boolean> =>
  unlessDone('dist/.server', 'dist/workflow-bundle.js', [...common, ...rooms], async () => {
    await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
    await node('--conditions=production', 'dist/dev/launcher/bundle-workflows.js');
  });

const webSources = [
  ...common,
  ...pure,
  'api/contracts',
  'workflows/messages.ts',
  'web',
  'vite.config.ts',
  'index.html',
];
const buildWeb = (): Promise<boolean> =>
  unlessDone('dist/.web', 'dist/web/index.html', webSources, () =>
    node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'),
  );

/** Builds what changed since the last build; says which parts those were. */
export const build = async (): Promise<string> => {
  mkdirSync('dist', { recursive: true });
  const [server, web] = await Promise.all([buildServer(), buildWeb()]);
  return [server && 'programs', web && 'pages'].filter(Boolean).join(' and ') || 'nothing changed';
};
