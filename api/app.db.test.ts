import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestOffice } from './testing/office.ts';
import { openTestOffice } from './testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  mkdirSync(join(office.config.webDir, 'assets'), { recursive: true });
  writeFileSync(join(office.config.webDir, 'index.html'), '<!doctype html><title>e-Urząd</title>');
  writeFileSync(join(office.config.webDir, 'assets/main-4f2a.js'), 'export {};');
}, 60_000);
afterAll(() => office.close());

describe('problems', () => {
  it('answers an unknown address of the API with a problem in Polish, in English when asked', async () => {
    const polish = await office.anyone().get('/api/nowhere');
    expect(polish.status).toBe(404);
    expect(polish.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(polish.body).toMatchObject({ code: 'not-found', title: 'Nie znaleziono', type: '/problems/not-found' });
    const english = await office.anyone().get('/api/nowhere').set('Accept-Language', 'en-GB,en;q=0.9');
    expect(english.body.title).toBe('Not found');
    const chosen = await office.anyone().get('/api/nowhere').set('Accept-Language', 'en').set('Cookie', 'lang=pl');
    expect(chosen.body.title).toBe('Nie znaleziono');
  });

  it('refuses a body that is no JSON, and one that is too large', async () => {
    const broken = await office.anyone().post('/api/session/sign-out').type('json').send('{"a":');
    expect([broken.status, broken.body.code]).toEqual([400, 'invalid-json']);
    const large = await office
      .anyone()
      .post('/api/session/sign-out')
      .send({ a: 'x'.repeat(1_100_000) });
    expect([large.status, large.body.code]).toEqual([413, 'body-too-large']);
  });

  it('says which fields of a request are wrong', async () => {
    const answer = await office.anyone().get('/api/services?q=a&colour=red');
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      { pointer: '/colour', code: 'unrecognized_keys', message: 'Tego pola nie ma w formularzu.' },
    ]);
  });
});

describe('headers', () => {
  it('allow no code but our own, and lead forms only to the logins and the gateway', async () => {
    const { headers } = await office.anyone().get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain(`form-action 'self' ${new URL(office.config.payments.url).origin}`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-request-id']).toMatch(/^[\w-]{8,64}$/);
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('pages', () => {
  it('come for every address of the application, never cached; hashed assets for ever', async () => {
    const page = await office.anyone().get('/uslugi/podatek-od-nieruchomosci/formularz/taxpayer');
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.text).toContain('e-Urząd');
    const asset = await office.anyone().get('/assets/main-4f2a.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await office.anyone().get('/assets/main-gone.js')).status).toBe(404);
    expect((await office.anyone().get('/../package.json')).text).not.toContain('dependencies');
  });
});

describe('while Postgres is down', () => {
  it('answers 503 with Retry-After and a plain sentence, and names each dependency that is down', async () => {
    const { createApp } = await import('./app.ts');
    const { openDatabase } = await import('#platform/database/database');
    const { pino } = await import('pino');
    const { default: supertest } = await import('supertest');
    const { openTemporal } = await import('./temporal.ts');
    const { openQueues } = await import('#platform/queue');
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
    const db = openDatabase(databaseUrl);
    const queues = await openQueues({ databaseUrl, redisUrl: 'redis://127.0.0.1:1', onError: () => undefined });
    const parts = { config: office.config, files: office.files, temporal: openTemporal(office.config), queues };
    const app = await createApp({ ...parts, db, log: pino({ level: 'silent' }) });
    const answer = await supertest(app.getHttpServer()).get('/api/session');
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'database-down', '5']);
    expect(answer.body.detail).toBe(
      'Baza danych jest chwilowo niedostępna. Nic nie zginęło: spróbuj ponownie za chwilę.',
    );
    const ready = await supertest(app.getHttpServer()).get('/api/ready');
    expect(ready.status).toBe(503);
    const down = { status: 'down', detail: expect.any(String) };
    expect(ready.body).toEqual({
      status: 'not-ready',
      dependencies: { postgres: down, temporal: down, queue: down, files: { status: 'up' } },
    });
    // For operators, not for strangers: neither addresses nor passwords.
    expect(ready.text).not.toMatch(/127\.0\.0\.1|nobody|redis:/);
    await app.close();
    await queues.close();
    await parts.temporal.connection.close();
  });
});
