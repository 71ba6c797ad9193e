import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export type StandInClamd = { url: string; received(): Buffer; close(): Promise<void> };

/** Speaks clamd's INSTREAM and finds `MALWARE` in what it is given, or always says the same. For tests. */
export const standInClamd = async (always?: string): Promise<StandInClamd> => {
  let content: Buffer = Buffer.alloc(0);
  const server = createServer((socket) => {
    const pieces: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      pieces.push(data);
      const whole = Buffer.concat(pieces);
      if (!whole.subarray(-4).equals(Buffer.alloc(4))) return;
      content = withoutLengths(whole.subarray('zINSTREAM\0'.length));
      socket.end(always ?? (content.includes('MALWARE') ? 'stream: Test.Malware FOUND\0' : 'stream: OK\0'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => content,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
};

const withoutLengths = (stream: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; stream.readUInt32BE(at) > 0; at += 4 + stream.readUInt32BE(at))
    pieces.push(stream.subarray(at + 4, at + 4 + stream.readUInt32BE(at)));
  return Buffer.concat(pieces);
};
