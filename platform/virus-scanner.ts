import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

export type Verdict = { isClean: true } | { isClean: false; found: string };

const patienceMs = 60_000;

/** Asks clamd (`tcp://host:3310`) about a file by its INSTREAM command; throws when no verdict comes. */
export const scanFile = async (clamdUrl: string, path: string): Promise<Verdict> => {
  const { hostname, port } = new URL(clamdUrl);
  const socket = connect({ host: hostname, port: Number(port || 3310) });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')));
  try {
    // clamd answers in the middle of a stream that is too long for it and hangs up: its answer is what counts.
    const [answer, sent] = await Promise.allSettled([
      text(socket),
      pipeline(Readable.from(instream(path)), socket, { end: false }),
    ]);
    if (answer.status === 'rejected') throw answer.reason;
    return verdictOf(answer.value, sent.status === 'fulfilled');
  } finally {
    socket.destroy();
  }
};

/** Pieces with their length before each, and a piece of no length at the end. */
async function* instream(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

const verdictOf = (answer: string, isWhole: boolean): Verdict => {
  const [, found] = /^stream: (.+) FOUND/.exec(answer) ?? [];
  if (found) return { isClean: false, found };
  if (isWhole && /^stream: OK/.test(answer)) return { isClean: true };
  throw new Error(`clamd gave no verdict: ${answer.slice(0, 100)}`);
};
