import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a process counts and times; Prometheus reads it. */
export const openMetrics = (program: string) => {
  const registry = new Registry();
  registry.setDefaultLabels({ program });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_seconds',
      help: 'Duration of requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    outboxDelivered: new Counter({ name: 'outbox_delivered_total', help: 'Messages handed to workflows', registers }),
    outboxFailed: new Counter({ name: 'outbox_failed_total', help: 'Attempts that failed', registers }),
  };
};
export type Metrics = ReturnType<typeof openMetrics>;

/** Serves `/metrics` on a port of its own, away from the public. */
export const serveMetrics = ({ registry }: Metrics, port: number): Server =>
  createServer((_request, response) => {
    registry.metrics().then(
      (text) => response.setHeader('content-type', registry.contentType).end(text),
      () => response.writeHead(500).end(),
    );
  }).listen(port);
