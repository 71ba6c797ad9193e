import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser } from '#api/testing/browser';
import type { City } from './city.ts';

// What the API answers is looked at field by field in the stories, as a browser would.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Body = any;
export type Answer = { status: number; body: Body };
export type Method = 'GET' | 'POST' | 'PUT';

/** Someone signed in who speaks HTTP, without a page. */
export type Caller = {
  /** One request; rejects when the connection breaks. */
  ask(method: Method, path: string, body?: object, key?: string): Promise<Answer>;
  /** The answer's body; anything but a success is an error. */
  get(path: string): Promise<Body>;
  /** The same request under the same key, again and again, until the office has taken it. Tells how often it had to be asked. */
  insist(method: Method, path: string, body: object): Promise<{ body: Body; turns: number }>;
};

/** Signs in at the simulated login of residents (by PESEL) or of the staff (by login name). */
export const signInAs = async ({ address }: City, kind: 'resident' | 'staff', account: string): Promise<Caller> => {
  const browser = openBrowser();
  const login = await browser.go(`${address}/api/login/${kind}?returnTo=/`);
  await browser.go(login.url, { method: 'POST', body: new URLSearchParams({ account }) });
  const session = (await (await browser.ask(`${address}/api/session`)).json()) as { kind: string; csrfToken: string };
  if (session.kind !== kind) throw new Error(`${account} did not get in as ${kind}`);

  const ask: Caller['ask'] = async (method, path, body, key) => {
    const headers = {
      'X-CSRF-Token': session.csrfToken,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(key && { 'Idempotency-Key': key }),
    };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(30_000) };
    const response = await browser.ask(`${address}/api${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  };

  const get: Caller['get'] = async (path) => {
    const { status, body } = await ask('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };

  const insist: Caller['insist'] = async (method, path, body) => {
    const key = randomUUID();
    const until = Date.now() + 60_000;
    for (let turns = 1; ; turns += 1, await pause(300)) {
      const answer = await ask(method, path, body, key).catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status === 200) return { body: answer.body, turns };
      const isTrouble = answer instanceof Error || answer.status === 502 || answer.status === 503;
      if (isTrouble && Date.now() < until) continue;
      throw answer instanceof Error ? answer : new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    }
  };
  return { ask, get, insist };
};
