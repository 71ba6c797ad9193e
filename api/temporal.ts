import { Client, Connection } from '@temporalio/client';
import type { Config } from '#platform/config';

/**
 * A client that connects at its first call and again after an outage, so that the API starts and takes submissions while
 * Temporal is down. Calls meanwhile fail at once as `temporal-down`; what must not be lost goes through the outbox, which asks
 * again by itself. So the client has no retries of its own: they would hold up the answer, and one that is still planned when the
 * connection closes ends the process.
 */
export const openTemporal = ({ temporal }: Pick<Config, 'temporal'>): Client =>
  new Client({
    connection: Connection.lazy({
      address: temporal.address,
      interceptors: [],
      // gRPC's own pauses between attempts to connect grow to two minutes; the office must find Temporal sooner.
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 5_000 },
    }),
    namespace: temporal.namespace,
  });
