import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, expect, it } from '@jest/globals';
import { openFileStore } from './files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});

it('keeps what it is given and says its size and digest', async () => {
  const files = openFileStore(folder);
  const stored = await files.put('letters/2026/a-1.pdf', Buffer.from('abc'));
  expect(stored).toEqual({ size: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' });
  expect((await files.get('letters/2026/a-1.pdf')).toString()).toBe('abc');
  expect((await files.open('letters/2026/a-1.pdf')).size).toBe(3);
});

it('keeps nothing of a stream that broke, and the old file stays', async () => {
  const files = openFileStore(folder);
  await files.put('a', Buffer.from('old'));
  const breaking = Readable.from(
    (async function* () {
      yield Buffer.from('new');
      throw new Error('connection lost');
    })(),
  );
  await expect(files.put('a', breaking)).rejects.toThrow('connection lost');
  expect((await files.get('a')).toString()).toBe('old');
  expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
});

it('never leaves its folder', async () => {
  await writeFile(join(folder, '..', 'outside.txt'), 'secret');
  const files = openFileStore(folder);
  for (const key of ['../outside.txt', '/etc/passwd', 'a/../../b', 'a//b', '', '.hidden', 'a\0b']) {
    await expect(async () => files.get(key)).rejects.toThrow('Not a key of a file');
  }
});

it('fails for a file that is not there, and counts it as deleted', async () => {
  const files = openFileStore(folder);
  await expect(files.open('none')).rejects.toMatchObject({ code: 'ENOENT' });
  await files.delete('none');
  await files.check();
});
