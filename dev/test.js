// `npm test`: everything, the quick checks first, and a summary at the end. A part may be named: `npm test -- unit services`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const bin = (path) => `node_modules/${path}`;
const jest = (project) => [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  bin('jest/bin/jest.js'),
  '--selectProjects',
  project,
];
const stories = existsSync('e2e') ? readdirSync('e2e').filter((name) => name.endsWith('.e2e.ts')) : [];

const parts = [
  ['lint', [bin('eslint/bin/eslint.js'), '.']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
  ['architecture', [...jest('unit'), '--testPathPatterns', 'dev/architecture']],
  [
    'unit',
    [
      ...jest('unit'),
      '--testPathIgnorePatterns',
      'dev/architecture',
      '/node_modules/',
      '\\.(db|flow|jobs)\\.test\\.ts$',
    ],
  ],
  // Each of these files drives real servers; more at a time than processors only makes them wait for one another.
  ['services', [...jest('services'), '--maxWorkers', '2']],
  ['screens', jest('screens')],
  ...stories.map((name) => [
    `story ${name.replace('.e2e.ts', '')}`,
    ['--import', '@swc-node/register/esm-register', `e2e/${name}`],
  ]),
];

const wanted = process.argv.slice(2);
const chosen = parts.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  console.error(`No such part. There are: ${parts.map(([name]) => name).join(', ')}`);
  process.exit(1);
}

const results = chosen.map(([name, args]) => {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const began = Date.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  return { name, isGood: status === 0, seconds: ((Date.now() - began) / 1000).toFixed(1) };
});

console.log('\n── summary');
for (const { name, isGood, seconds } of results) console.log(`${isGood ? '✔' : '✖'} ${name} (${seconds} s)`);
process.exit(results.every(({ isGood }) => isGood) ? 0 : 1);
