import type { Route } from '#api/contracts/route';
import { language } from '../texts/language.ts';
import { csrf } from './csrf.ts';
import type { Answer, CallOptions, Endpoint } from './endpoint.ts';
import { readProblem, Unreachable } from './problem.ts';

type Loose = {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** `/my/cases/{id}` with its parameters and query filled in, under `/api`. */
export const address = (path: string, params: Loose['params'] = {}, query: Loose['query'] = {}): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `/api${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
};

const pauses = [400, 1500];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A lost connection is tried again where that can do no harm: reads, and writes that carry an idempotency key. */
const send = async (url: string, init: RequestInit, mayRepeat: boolean): Promise<Response> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await fetch(url, init);
      if (response.status !== 503 || !mayRepeat || attempt >= pauses.length) return response;
    } catch (error) {
      if (init.signal?.aborted) throw error;
      if (!mayRepeat || attempt >= pauses.length) throw new Unreachable(undefined, { cause: error });
    }
    await pause(pauses[attempt]!);
  }
};

/** Calls a route of the API: typed by its contract, with the session's token, in the reader's language. */
export const call = async <R extends Route>(endpoint: Endpoint<R>, options: CallOptions<R>): Promise<Answer<R>> => {
  const { params, query, body, idempotencyKey, signal } = options as Loose;
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language() });
  const token = csrf.get();
  if (endpoint.method !== 'GET' && token !== null) headers.set('X-CSRF-Token', token);
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (signal !== undefined) init.signal = signal;
  const mayRepeat = endpoint.method === 'GET' || idempotencyKey !== undefined;
  const response = await send(address(endpoint.path, params, query), init, mayRepeat);
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Answer<R>;
};
