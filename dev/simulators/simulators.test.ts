import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import * as oidc from 'openid-client';
import { freePort } from '../services/ports.ts';
import { signatureOf } from './payments/signature.ts';
import { demoSettings, type SimulatorSettings } from './settings.ts';
import { startSimulators } from './simulators.ts';

let settings: SimulatorSettings;
let simulators: Awaited<ReturnType<typeof startSimulators>>;
const folder = mkdtempSync(join(tmpdir(), 'e-urzad-simulators-'));

const start = async () => {
  simulators = await startSimulators(settings);
};
beforeAll(async () => {
  const ports = { SIMULATOR_PORT: String(await freePort()), SMTP_PORT: String(await freePort()) };
  settings = demoSettings(ports, folder);
  await start();
});
afterAll(async () => {
  await simulators.stop();
  rmSync(folder, { recursive: true, force: true });
});

const send = async (path: string, init: RequestInit & { json?: unknown } = {}) => {
  const { json, ...rest } = init;
  const headers = { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...rest.headers };
  const answer = await fetch(simulators.url + path, {
    redirect: 'manual',
    ...rest,
    headers,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined };
};

describe('EZD', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const api = '/ezd/ezdrp/integrator/v2';
  let headers: Record<string, string>;
  const token = (apiKey: string) => {
    const rt = new Date().toISOString();
    const { webHost, pid, aki } = settings.ezd;
    return send(`${api}/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'api_credentials',
        client_id: `api_${hash(webHost)}`,
        scope: 'api.ezdrp.gov.pl',
        ...{ pid, aki, rt, akh: hash(rt + apiKey) },
      }),
    });
  };
  const receive = (external: string) =>
    send(`${api}/rpw`, { method: 'POST', headers, json: { tytul: 'IN-1', identyfikatorZewnetrzny: external } });

  beforeAll(async () => {
    headers = { authorization: `Bearer ${(await token(settings.ezd.apiKey)).body.access_token}`, sid: '1' };
  });

  it('gives no token for a wrong key, and no answer without a token', async () => {
    expect((await token('wrong')).status).toBe(400);
    expect((await send(`${api}/sprawy`)).status).toBe(401);
  });

  it('registers an item once, however often it is offered', async () => {
    const first = await receive('once');
    expect(first).toMatchObject({ status: 201, body: { numer: expect.stringMatching(/^RPW\/\d+\/\d{4}$/) } });
    expect(await receive('once')).toMatchObject({ status: 409, body: { numer: first.body.numer } });
    const found = await send(`${api}/rpw/_search`, {
      method: 'POST',
      headers,
      json: { identyfikatorZewnetrzny: 'once' },
    });
    expect(found.body).toMatchObject({ liczba: 1 });
  });

  it('fails before or after the work when told to', async () => {
    await send('/ezd/_faults', { method: 'POST', json: { failNext: 1, mode: 'before' } });
    expect((await receive('before')).status).toBe(500);
    expect((await receive('before')).status).toBe(201);
    await send('/ezd/_faults', { method: 'POST', json: { failNext: 1, mode: 'after' } });
    expect((await receive('after')).status).toBe(500);
    expect((await receive('after')).status).toBe(409);
  });

  it('opens a case, keeps its document, sends a letter, and remembers all of it', async () => {
    const sprawa = await send(`${api}/sprawy`, {
      method: 'POST',
      headers,
      json: { idWykaz: '3120', tytul: 'Podatek od nieruchomości', identyfikatorZewnetrzny: 'case-1' },
    });
    expect(sprawa.body.znak).toMatch(/^FN-III\.3120\.77\.\d{4}$/);
    const form = new FormData();
    form.set('plik', new Blob(['treść'], { type: 'application/pdf' }), 'decyzja.pdf');
    form.set('identyfikatorZewnetrzny', 'doc-1');
    const document = await send(`${api}/sprawy/${sprawa.body.id}/dokumenty`, { method: 'POST', headers, body: form });
    expect(document).toMatchObject({ status: 201, body: { nazwa: 'decyzja.pdf' } });
    const sent = await send(`${api}/kw/wyslanie`, {
      method: 'POST',
      headers,
      json: { idSprawy: sprawa.body.id, idDokumentu: document.body.id, identyfikatorZewnetrzny: 'out-1' },
    });
    expect(sent.body.numer).toMatch(/^RPWych\/1\/\d{4}$/);
    await simulators.stop();
    await start();
    // The client's kept connections to the stopped server are dead; one request finds that out.
    await fetch(`${simulators.url}/health`).catch(() => undefined);
    expect((await send('/ezd/_state')).body.sprawy).toHaveLength(1);
    headers = { authorization: `Bearer ${(await token(settings.ezd.apiKey)).body.access_token}`, sid: '1' };
    expect((await send(`${api}/dokumenty/${document.body.id}`, { headers })).text).toBe('treść');
  });
});

describe('payments', () => {
  let office: Server;
  let urlStatus: string;
  const heard: Record<string, string | number>[] = [];
  beforeAll(async () => {
    office = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        heard.push(JSON.parse(body) as Record<string, string | number>);
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(office, 'listening');
    urlStatus = `http://127.0.0.1:${(office.address() as AddressInfo).port}/`;
  });
  afterAll(() => void office.close());

  const basic = () =>
    `Basic ${Buffer.from(`${settings.merchant.posId}:${settings.merchant.apiKey}`).toString('base64')}`;
  const call = (method: string, path: string, json?: unknown) =>
    send(`/payments/api/v1/transaction/${path}`, { method, json, headers: { authorization: basic() } });
  const register = (sessionId: string, sign?: string) => {
    const { merchantId, posId, crc } = settings.merchant;
    const order = { merchantId, posId, sessionId, amount: 22_100, currency: 'PLN', urlReturn: urlStatus, urlStatus };
    return call('POST', 'register', {
      ...order,
      description: 'Podatek',
      sign: sign ?? signatureOf('register', { ...order, crc }),
    });
  };
  const pay = async (sessionId: string) => {
    const { token } = (await register(sessionId)).body.data as { token: string };
    return send(`/payments/trnRequest/${token}`, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }) });
  };
  const notifications = async (sessionId: string, count: number) => {
    const ours = () => heard.filter((body) => body.sessionId === sessionId);
    for (let turn = 0; turn < 50 && ours().length < count; turn++) await wait(100);
    return ours();
  };

  it('refuses a wrong signature', async () => {
    expect(await register('forged', 'abc')).toMatchObject({ status: 400, body: { error: 'Incorrect CRC value' } });
  });

  it('takes the money, tells the office, and counts it as paid only when verified', async () => {
    const answer = await pay('simple');
    expect(answer).toMatchObject({ status: 303 });
    const [told] = await notifications('simple', 1);
    const { crc, merchantId, posId } = settings.merchant;
    expect(told!.sign).toBe(signatureOf('notification', { ...told, crc }));
    const status = () => call('GET', 'by/sessionId/simple');
    expect((await status()).body.data).toMatchObject({ status: 1 });
    const verification = { sessionId: 'simple', orderId: Number(told!.orderId), amount: 22_100, currency: 'PLN' };
    const sign = signatureOf('verify', { ...verification, crc });
    expect((await call('PUT', 'verify', { merchantId, posId, ...verification, sign })).status).toBe(200);
    expect((await status()).body.data).toMatchObject({ status: 2 });
  });

  it('sends a notification five times, or with a wrong signature, when told to', async () => {
    await send('/payments/_faults', { method: 'POST', json: { kind: 'doubled' } });
    await pay('doubled');
    expect(await notifications('doubled', 5)).toHaveLength(5);
    await send('/payments/_faults', { method: 'POST', json: { kind: 'wrong-signature' } });
    await pay('unsigned');
    const [told] = await notifications('unsigned', 1);
    expect(told!.sign).not.toBe(signatureOf('notification', { ...told, crc: settings.merchant.crc }));
  });
});

describe('sign-in', () => {
  const signIn = async (name: 'login' | 'staff', account: string) => {
    const { id, secret } = name === 'login' ? settings.residents : settings.staff;
    const options = { execute: [oidc.allowInsecureRequests] };
    const issuer = new URL(`${simulators.url}/oidc/${name}`);
    const config = await oidc.discovery(issuer, id, secret, undefined, options);
    const verifier = oidc.randomPKCECodeVerifier();
    let place = oidc.buildAuthorizationUrl(config, {
      redirect_uri: 'http://localhost:8080/api/login/callback',
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: 'st',
    });
    const jar = new Map<string, string>();
    const visit = async (url: URL, init: RequestInit = {}) => {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, key, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        jar.set(key!, value!);
      }
      return answer;
    };
    const follow = async (answer: Response) => {
      while (answer.status >= 300 && answer.status < 400) {
        place = new URL(answer.headers.get('location')!, place);
        if (place.port === '8080') return answer;
        answer = await visit(place);
      }
      return answer;
    };
    const shown = await (await follow(await visit(place))).text();
    await follow(await visit(place, { method: 'POST', body: new URLSearchParams({ account }) }));
    const tokens = await oidc.authorizationCodeGrant(config, place, {
      pkceCodeVerifier: verifier,
      expectedState: 'st',
    });
    return { shown, claims: tokens.claims()! };
  };

  it('shows the demo people and gives a resident by PESEL', async () => {
    const { shown, claims } = await signIn('login', '85831401248');
    expect(shown).toContain('Maria Wiśniewska');
    expect(claims).toMatchObject({
      pesel: '85831401248',
      given_name: 'Anna',
      family_name: 'Nowak',
      birthdate: '1885-03-14',
    });
  });

  it('gives an employee with groups and roles', async () => {
    const { claims } = await signIn('staff', 'b.krol');
    expect(claims).toMatchObject({ preferred_username: 'b.krol', groups: ['tax-approval'], roles: ['clerk', 'head'] });
  });
});

describe('mail', () => {
  it('catches a message and shows it', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: settings.smtpPort });
    await transport.sendMail({
      from: 'urzad@example.org',
      to: 'anna.nowak@example.org',
      subject: 'Zażółć gęślą jaźń',
      text: 'Dzień dobry,\n.\nTwoja sprawa została załatwiona. '.repeat(20),
      attachments: [{ filename: 'potwierdzenie.pdf', content: 'PDF' }],
    });
    const { mails } = (await send('/mail/_state')).body as {
      mails: { subject: string; text: string; attachments: string[] }[];
    };
    expect(mails[0]).toMatchObject({ subject: 'Zażółć gęślą jaźń', attachments: ['potwierdzenie.pdf'] });
    expect(mails[0]!.text).toContain('Dzień dobry,\n.\nTwoja'.replaceAll('\n', '\r\n'));
    expect((await send('/mail')).text).toContain('Zażółć gęślą jaźń');
  });
});
