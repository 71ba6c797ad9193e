// Plain JavaScript without packages: it is what brings the packages.
import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, statSync } from 'node:fs';

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;
const quiet = ['--include=dev', '--no-audit', '--no-fund'];

const npm = (logPath, ...args) => {
  const log = openSync(logPath, 'w');
  const { status, signal } = spawnSync('npm', [...args, ...quiet], { stdio: ['ignore', log, log] });
  return { isGood: status === 0, how: `npm ${args[0]} ended with ${signal ?? status}` };
};

/** Installs what package-lock.json says, unless it is installed already. Ends the process when that fails. */
export const install = () => {
  // npm writes this file when an installation is whole.
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
  const began = Date.now();
  console.log('  installing packages; the first time this takes a minute or two');
  mkdirSync('.data/logs', { recursive: true });
  const path = '.data/logs/install.log';
  let result = npm(path, 'ci');
  // A registry without the binaries of other platforms: `npm ci` misses them in the lock file, `npm install` does not mind.
  if (!result.isGood && readFileSync(path, 'utf8').includes('EUSAGE')) result = npm(path, 'install', '--no-save');
  if (!result.isGood) {
    const tail = readFileSync(path, 'utf8').trim().split('\n').slice(-20).join('\n');
    console.error(`✖ packages: ${result.how}\n${tail}`);
    process.exit(1);
  }
  console.log(`✔ packages (${seconds(began)})`);
};
