import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { freePort } from '#dev/services/ports';
import { nationalLogin, staffDirectory } from '#dev/simulators/oidc/directory';
import { oidcRouter } from '#dev/simulators/oidc/provider';
import { openBrowser } from '../testing/browser.ts';
import { settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';
import { SESSION_COOKIE } from './cookies.ts';

const anna = '85831401248';
let office: TestOffice;
let people: Awaited<ReturnType<typeof settle>>;
let simulator: Server;
let folder: string;
let base: string;

beforeAll(async () => {
  const [officePort, loginPort] = [await freePort(), await freePort()];
  base = `http://127.0.0.1:${officePort}`;
  const login = `http://127.0.0.1:${loginPort}`;
  folder = mkdtempSync(join(tmpdir(), 'e-urzad-oidc-'));
  const common = { folder, officeUrl: base };
  const clients = {
    resident: { id: 'e-urzad', secret: 'resident-secret' },
    staff: { id: 'e-urzad-staff', secret: 'staff-secret' },
  };
  const app = express();
  app.use(
    '/login',
    oidcRouter({
      ...common,
      issuer: `${login}/login`,
      name: 'login',
      client: clients.resident,
      directory: nationalLogin,
    }),
  );
  app.use(
    '/staff',
    oidcRouter({
      ...common,
      issuer: `${login}/staff`,
      name: 'staff',
      client: clients.staff,
      directory: staffDirectory,
    }),
  );
  simulator = app.listen(loginPort, '127.0.0.1');
  office = await openTestOffice({
    BASE_URL: base,
    PORT: String(officePort),
    OIDC_RESIDENT_ISSUER: `${login}/login`,
    OIDC_RESIDENT_CLIENT_SECRET: clients.resident.secret,
    OIDC_STAFF_ISSUER: `${login}/staff`,
    OIDC_STAFF_CLIENT_SECRET: clients.staff.secret,
  });
  people = await settle(office);
  await office.app.listen(officePort, '127.0.0.1');
}, 60_000);
afterAll(async () => {
  await office.close();
  simulator.closeAllConnections();
  simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

type Browser = ReturnType<typeof openBrowser>;
const choose = (account: string): RequestInit => ({ method: 'POST', body: new URLSearchParams({ account }) });
const signIn = async (browser: Browser, kind: 'resident' | 'staff', account: string, returnTo = '/konto') => {
  const page = await browser.go(`${base}/api/login/${kind}?returnTo=${encodeURIComponent(returnTo)}`);
  return browser.go(page.url, choose(account));
};
type Told = { kind: string; csrfToken: string; [more: string]: unknown };
const session = async (browser: Browser): Promise<Told> =>
  (await browser.ask(`${base}/api/session`)).json() as Promise<Told>;

describe('signing in', () => {
  it('brings a resident back to where they were, known by PESEL, which stands in no address', async () => {
    const browser = openBrowser();
    const { url } = await signIn(browser, 'resident', anna, '/konto?raty=wszystkie');
    expect(url).toBe(`${base}/konto?raty=wszystkie`);
    expect(await session(browser)).toMatchObject({ kind: 'resident', person: { id: people.anna, name: 'Anna Nowak' } });
    expect(browser.trail.join(' ')).not.toContain(anna);
    expect(browser.trail.some((address) => /code_challenge_method=S256/.test(address))).toBe(true);
  });

  it('keeps the token in an http-only cookie and only its hash in the table', async () => {
    const browser = openBrowser();
    await signIn(browser, 'resident', anna);
    const token = browser.cookies.get(SESSION_COOKIE)!;
    const rows = await office.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('brings employees in with the roles and groups of the directory', async () => {
    const browser = openBrowser();
    await office.db
      .updateTable('staff')
      .set({ groups: ['old-group'] })
      .where('id', '=', people.clerk)
      .execute();
    await signIn(browser, 'staff', 'k.zielinska');
    expect(await session(browser)).toMatchObject({
      kind: 'staff',
      staff: { id: people.clerk, roles: ['clerk'], groups: ['tax-assessment'] },
    });
  });

  it('tells the page of signing in when the person cancels', async () => {
    const browser = openBrowser();
    expect((await signIn(browser, 'resident', '')).url).toBe(`${base}/logowanie?problem=sign-in-failed`);
    expect(await session(browser)).toMatchObject({ kind: 'none' });
  });

  it('works only in the browser that began it, and once', async () => {
    const [mine, victim] = [openBrowser(), openBrowser()];
    const page = await mine.go(`${base}/api/login/resident`);
    const chosen = await mine.ask(page.url, choose(anna));
    const back = await mine.ask(chosen.headers.get('Location')!);
    const callback = back.headers.get('Location')!;
    expect(callback).toMatch(/\/api\/login\/callback\?code=/);
    expect((await victim.go(callback)).url).toBe(`${base}/logowanie?problem=sign-in-failed`);
    expect((await mine.go(callback)).url).toBe(`${base}/logowanie?problem=sign-in-failed`);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never returns to %s',
    async (address) => {
      const browser = openBrowser();
      expect((await signIn(browser, 'resident', anna, address)).url).toBe(`${base}/`);
    },
  );
});

describe('a session', () => {
  it('ends with signing out, here and at the login', async () => {
    const browser = openBrowser();
    await signIn(browser, 'resident', anna);
    const { csrfToken } = await session(browser);
    const out = await browser.ask(`${base}/api/session/sign-out`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
    });
    const { redirectTo } = (await out.json()) as { redirectTo: string };
    expect(redirectTo).toMatch(/\/login\/session\/end\?/);
    expect(redirectTo).not.toContain('id_token_hint');
    expect((await browser.ask(redirectTo)).status).toBe(200);
    expect(await session(browser)).toMatchObject({ kind: 'none' });
  });

  it('ends by itself', async () => {
    const browser = openBrowser();
    await signIn(browser, 'resident', anna);
    await office.db
      .updateTable('sessions')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute();
    expect(await session(browser)).toMatchObject({ kind: 'none' });
  });

  it('takes no write without its token or from another origin', async () => {
    const browser = openBrowser();
    await signIn(browser, 'resident', anna);
    const { csrfToken } = await session(browser);
    const write = async (headers: Record<string, string>) => {
      const answer = await browser.ask(`${base}/api/session/acting-for`, {
        method: 'PUT',
        body: JSON.stringify({ partyId: people.anna }),
        headers: { 'Content-Type': 'application/json', ...headers },
      });
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    expect(await write({})).toEqual([403, 'csrf-token-wrong']);
    expect(await write({ 'X-CSRF-Token': 'guess' })).toEqual([403, 'csrf-token-wrong']);
    expect(await write({ 'X-CSRF-Token': csrfToken, Origin: 'https://evil.example' })).toEqual([403, 'origin-wrong']);
    expect(await write({ 'X-CSRF-Token': csrfToken, Origin: base })).toEqual([200, undefined]);
  });
});

it('lets in only whom the contract names', async () => {
  const asResident = await office.resident(people.anna);
  const asClerk = await office.staff(people.clerk);
  expect((await office.anyone().get('/api/my/account')).body.code).toBe('not-signed-in');
  expect((await asClerk('get', '/my/account')).body.code).toBe('not-authorised');
  expect((await asResident('get', '/my/account')).status).toBe(200);
});
