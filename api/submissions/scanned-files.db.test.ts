import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type StandInClamd, standInClamd } from '#platform/testing/stand-in-clamd';
import { settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

let clamd: StandInClamd;
let office: TestOffice;
let anna: Awaited<ReturnType<TestOffice['resident']>>;
beforeAll(async () => {
  clamd = await standInClamd();
  office = await openTestOffice({ CLAMD_URL: clamd.url });
  anna = await office.resident((await settle(office)).anna);
}, 60_000);
afterAll(() => office.close());

const attach = (text: string) => anna('post', '/files').attach('file', Buffer.from(`%PDF-1.7\n${text}`), 'pismo.pdf');
const kept = async () => (await office.db.selectFrom('files').select('id').execute()).length;

it('keeps only what the office’s scanner passed, and nothing while it is down', async () => {
  expect((await attach('a letter')).status).toBe(200);
  const infected = await attach('MALWARE');
  expect([infected.status, infected.body.code]).toEqual([422, 'file-infected']);
  expect(infected.body.detail).toContain('pismo.pdf');
  await clamd.close();
  const unchecked = await attach('a letter');
  expect([unchecked.status, unchecked.body.code, unchecked.headers['retry-after']]).toEqual([
    503,
    'scanner-down',
    '30',
  ]);
  expect(await kept()).toBe(1);
});
