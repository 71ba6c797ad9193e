// `npm start`. Plain JavaScript without packages: on a fresh clone nothing is installed yet when this file runs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`e-Urząd needs Node 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org`);
  process.exit(1);
};

const changedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const install = () => {
  // npm writes this file when an installation is whole.
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
  const began = Date.now();
  process.stdout.write('  installing packages …\n');
  mkdirSync(join(root, '.data/logs'), { recursive: true });
  const path = join(root, '.data/logs/install.log');
  const log = openSync(path, 'w');
  const { status, signal } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', log, log],
  });
  if (status !== 0) {
    const tail = readFileSync(path, 'utf8').trim().split('\n').slice(-20).join('\n');
    console.error(`✖ packages: npm ci ended with ${signal ?? status}\n${tail}`);
    process.exit(1);
  }
  console.log(`✔ packages installed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
};

requireNode();
process.chdir(root);
install();
await import('@swc-node/register/esm-register');
const { launch } = await import('./launcher/launch.ts');
await launch(process.argv.slice(2));
