import { Client, Connection } from '@temporalio/client';
import type { Config } from '#platform/config';

/**
 * A client that connects at its first call and again after an outage, so that the API starts and takes submissions while
 * Temporal is down. Calls meanwhile fail as `temporal-down`; what must not be lost goes through the outbox.
 */
export const openTemporal = ({ temporal }: Pick<Config, 'temporal'>): Client =>
  new Client({ connection: Connection.lazy({ address: temporal.address }), namespace: temporal.namespace });
