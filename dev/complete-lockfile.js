// Run after a change of dependencies (`node dev/complete-lockfile.js`). A registry that lacks the binaries of other platforms makes
// npm leave them out of the lock file, and `npm ci` then refuses it everywhere. Their names and exact versions are known from the
// packages that want them, so this writes their entries; a machine of another platform skips or fetches them by these.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;

/** Where Node would find the package that `from` asks for, or undefined. */
const placeOf = (from, name) => {
  const place = `${from ? `${from}/` : ''}node_modules/${name}`;
  if (packages[place]) return place;
  if (!from) return undefined;
  return placeOf(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
};

const platformOf = (name) => {
  const parts = name.split('/').at(-1).split('-');
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name} does not say its platform`);
  const last = parts.at(-1);
  const libc = /^gnu/.test(last) ? ['glibc'] : /^musl/.test(last) ? ['musl'] : undefined;
  return { cpu, ...(libc && { libc }), os };
};

const added = [];
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (placeOf(from, name)) continue;
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name}@${version} is not an exact version`);
    packages[`node_modules/${name}`] = { version, ...(dev && { dev }), ...platformOf(name), optional: true };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
if (added.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'the lock file is complete' : `added ${added.length}: ${added.join(', ')}`);
