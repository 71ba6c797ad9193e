import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log, Metrics } from './parts.ts';

/** Gives each request an id (the proxy's, when it looks like one) and writes one line for its end. Paths only: a query may name a person. */
export const requestLog =
  (log: Log, metrics?: Metrics): RequestHandler =>
  (request, response, next) => {
    const given = request.get('X-Request-Id');
    const requestId = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    const began = performance.now();
    response.setHeader('X-Request-Id', requestId);
    response.on('finish', () => {
      const line = { requestId, method: request.method, path: request.path, status: response.statusCode };
      const milliseconds = Math.round(performance.now() - began);
      const route = String((request.route as { path?: unknown } | undefined)?.path ?? 'page');
      metrics?.requests.observe({ method: request.method, route, status: response.statusCode }, milliseconds / 1000);
      log[response.statusCode >= 500 ? 'warn' : 'debug']({ ...line, milliseconds }, 'request');
    });
    next();
  };
