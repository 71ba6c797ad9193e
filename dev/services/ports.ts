import { createServer } from 'node:net';

const listens = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: given } = server.address() as { port: number };
      server.close(() => resolve(given));
    });
  });

/** A port that nobody listens on at this moment. */
export const freePort = (): Promise<number> => listens(0, '127.0.0.1');

/** A port that we need is in use. The message names the port and the variable that moves it. */
export class PortTaken extends Error {
  constructor(
    readonly port: number,
    readonly service: string,
    readonly variable: string,
  ) {
    super(
      `Port ${port}, needed for ${service}, is taken by another program. ` +
        `Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
    );
    this.name = 'PortTaken';
  }
}

/** Throws `PortTaken` unless the port is free on every address that a service could bind. */
export const requireFreePort = async (port: number, service: string, variable: string): Promise<void> => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    try {
      await listens(port, host);
    } catch {
      throw new PortTaken(port, service, variable);
    }
  }
};
