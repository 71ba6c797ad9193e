import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export type StoredFile = { size: number; sha256: string };

/** Where attachments, letters and receipts lie; the folder below is one kind, an object store may be another. */
export interface FileStore {
  /** Keeps the content under the key, whole or not at all; the same key again replaces it. */
  put(key: string, content: Uint8Array | Readable): Promise<StoredFile>;
  get(key: string): Promise<Buffer>;
  /** For sending without holding the whole file; fails before the first byte when there is none. */
  open(key: string): Promise<{ size: number; stream: Readable }>;
  /** A file that is not there counts as deleted. */
  delete(key: string): Promise<void>;
  /** Fails when files cannot be kept; for readiness. */
  check(): Promise<void>;
}

const keyPattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]*(\.[a-zA-Z0-9]+)?(\/[a-zA-Z0-9][a-zA-Z0-9_-]*(\.[a-zA-Z0-9]+)?)*$/;

/** A folder as the store of files. */
export const openFileStore = (folder: string): FileStore => {
  const pathOf = (key: string): string => {
    // Keys are made by us; one that could leave the folder is a mistake, never a request to honour.
    if (!keyPattern.test(key)) throw new Error(`Not a key of a file: ${JSON.stringify(key.slice(0, 80))}`);
    return join(folder, key);
  };

  const put = async (key: string, content: Uint8Array | Readable): Promise<StoredFile> => {
    const path = pathOf(key);
    const unfinished = join(folder, 'unfinished', randomUUID());
    await mkdir(dirname(path), { recursive: true });
    await mkdir(dirname(unfinished), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const source = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
      // Flushed before it gets its name: a power cut leaves the old file or the new one, never half of it.
      await pipeline(source, measure, createWriteStream(unfinished, { flush: true }));
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
    return { size, sha256: hash.digest('hex') };
  };

  const open = async (key: string) => {
    const path = pathOf(key);
    const { size } = await stat(path);
    return { size, stream: createReadStream(path) as Readable };
  };

  return {
    put,
    open,
    get: async (key) => buffer((await open(key)).stream),
    delete: (key) => rm(pathOf(key), { force: true }),
    check: async () => {
      await mkdir(folder, { recursive: true });
      await access(folder, 2);
    },
  };
};
