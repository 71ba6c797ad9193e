/** An answer of an outside system, read whole; `body` is parsed when it is JSON, text otherwise. */
export type Answer = { status: number; body: unknown; headers: Headers };

export type Question = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  headers?: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  multipart?: FormData;
};

const timeoutMs = 8_000;

/** One question to an outside system. A lost connection or a silence of eight seconds throws; every status is an answer. */
export const ask = async ({ method, url, headers = {}, json, form, multipart }: Question): Promise<Answer> => {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: json === undefined ? (form ? new URLSearchParams(form) : multipart) : JSON.stringify(json),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  return { status: response.status, body: parsed(text), headers: response.headers };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 2000);
  }
};

/** Asking again will not help: the other side understood the question and refused it. */
export const isRefusal = ({ status }: Answer): boolean =>
  status >= 400 && status < 500 && status !== 429 && status !== 408;

/** A short account of an answer for an error: what was asked and the status, never the body, which may name persons. */
export const describe = (what: string, { status }: Answer): string => `${what}: HTTP ${status}`;
