import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it, jest } from '@jest/globals';

jest.setTimeout(120_000);
const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rooms = ['domain', 'forms', 'engine', 'platform', 'activities', 'workflows', 'api', 'web', 'cli', 'dev'];
const folder = mkdtempSync(join(tmpdir(), 'e-urzad-arrows-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Which rules the imports of a source tree break, each with the import at fault. */
const broken = async (tree: string, paths: readonly string[]): Promise<string[]> => {
  const config = join(root, '.dependency-cruiser.cjs');
  const args = [cruiser, '--config', config, '--output-type', 'json', ...paths];
  const { stdout } = await run(process.execPath, args, { cwd: tree, maxBuffer: 256 << 20 }).catch(
    (failed: { stdout: string }) => failed,
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
};

it('lets each room import only the rooms that the design names after it', async () => {
  expect(
    await broken(
      root,
      rooms.filter((room) => existsSync(join(root, room))),
    ),
  ).toEqual([]);
});

it('catches a forbidden import, by alias and by relative path', async () => {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: unknown };
  const files = {
    'package.json': JSON.stringify({ type: 'module', imports }),
    'tsconfig.json': readFileSync(join(root, 'tsconfig.json'), 'utf8'),
    'platform/store.ts': 'export const store = 1;\nexport type Row = number;\n',
    'activities/index.ts': 'export const act = 1;\nexport type Acts = number;\n',
    'domain/by-alias.ts': "import { store } from '#platform/store';\nexport const a = store;\n",
    'domain/by-path.ts': "import { store } from '../platform/store.ts';\nexport const b = store;\n",
    'domain/by-type.ts': "import type { Row } from '#platform/store';\nexport const c: Row = 1;\n",
    'forms/reads.ts': "import { readFileSync } from 'node:fs';\nexport const d = readFileSync;\n",
    'workflows/types.ts': "import type { Acts } from '#activities/index';\nexport const e: Acts = 1;\n",
    'workflows/code.ts': "import { act } from '#activities/index';\nexport const f = act;\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect((await broken(folder, ['domain', 'forms', 'workflows'])).sort()).toEqual([
    'domain-code: domain/by-alias.ts → platform/store.ts',
    'domain-code: domain/by-path.ts → platform/store.ts',
    'domain-code: domain/by-type.ts → platform/store.ts',
    'pure-no-input-output: forms/reads.ts → fs',
    'workflows-types-only: workflows/code.ts → activities/index.ts',
  ]);
});
