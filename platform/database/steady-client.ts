import pg from 'pg';

/**
 * A connection whose loss does not end the process. A pool listens only to its idle connections: one that breaks while a
 * transaction holds it, between two queries, would be an error that nobody hears. The transaction learns of it at its next query.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
