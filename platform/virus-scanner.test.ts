import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from '@jest/globals';
import { type StandInClamd, standInClamd } from './testing/stand-in-clamd.ts';
import { scanFile } from './virus-scanner.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
const file = join(folder, 'a.pdf');
let clamd: StandInClamd;
afterEach(() => clamd.close());
afterAll(() => rmSync(folder, { recursive: true }));

it('hands clamd the whole file and tells its verdict', async () => {
  clamd = await standInClamd();
  const content = Buffer.alloc(300_000, 'x');
  writeFileSync(file, content);
  expect(await scanFile(clamd.url, file)).toEqual({ isClean: true });
  expect(clamd.received().equals(content)).toBe(true);
  writeFileSync(file, `${'x'.repeat(200)} MALWARE`);
  expect(await scanFile(clamd.url, file)).toEqual({ isClean: false, found: 'Test.Malware' });
});

it('takes no answer, half an answer and a refusal for no verdict', async () => {
  clamd = await standInClamd('INSTREAM size limit exceeded. ERROR\0');
  writeFileSync(file, 'x');
  await expect(scanFile(clamd.url, file)).rejects.toThrow('size limit exceeded');
  await clamd.close();
  await expect(scanFile(clamd.url, file)).rejects.toThrow(/ECONNREFUSED/);
  clamd = await standInClamd('');
  await expect(scanFile(clamd.url, file)).rejects.toThrow('no verdict');
});
