// `npm start`. Plain JavaScript without packages: on a fresh clone nothing is installed yet when this file runs.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.js';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`e-Urząd needs Node 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org`);
  process.exit(1);
}
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
install();
await import('@swc-node/register/esm-register');
const { launch } = await import('./launcher/launch.ts');
await launch(process.argv.slice(2));
