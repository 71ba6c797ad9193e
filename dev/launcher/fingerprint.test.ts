import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { unlessDone } from './fingerprint.ts';

const folder = mkdtempSync(join(tmpdir(), 'e-urzad-fingerprint-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('builds once, and again when a source changed or the output is gone; a test is no source', async () => {
  const sources = join(folder, 'sources');
  const output = join(folder, 'output');
  mkdirSync(sources);
  writeFileSync(join(sources, 'a.ts'), '1');
  const build = () => unlessDone(join(folder, 'stamp'), output, [sources], async () => writeFileSync(output, ''));
  expect([await build(), await build()]).toEqual([true, false]);
  writeFileSync(join(sources, 'a.test.ts'), 'new');
  expect(await build()).toBe(false);
  writeFileSync(join(sources, 'a.ts'), '22');
  expect(await build()).toBe(true);
  rmSync(output);
  expect(await build()).toBe(true);
});
