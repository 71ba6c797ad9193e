import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const web = join(process.cwd(), 'web');

const keysOf = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => keysOf(inner, path === '' ? name : `${path}.${name}`))
    : [path];

const read = (lang: string): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(join(web, 'texts', lang)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(web, 'texts', lang, file), 'utf8')) as unknown,
    ]),
  );

/** Plural forms differ by language: Polish has one, few, many; English one and other. */
const plain = (keys: string[]): Set<string> =>
  new Set(keys.map((key) => key.replace(/_(zero|one|few|many|other)$/, '')));

const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(web, file), 'utf8') }));

const pl = plain(keysOf(read('pl'), ''));
const en = plain(keysOf(read('en'), ''));

describe('texts', () => {
  it('say everything in both languages', () => {
    expect([...pl].filter((key) => !en.has(key))).toEqual([]);
    expect([...en].filter((key) => !pl.has(key))).toEqual([]);
  });

  it('have every key that the pages use', () => {
    const missing = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g)]
        .map((match) => match[1]!)
        .filter((key) => !pl.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('have at least one key under each beginning that a page completes', () => {
    const missing = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)]
        .map((match) => match[1]!)
        .filter((start) => ![...pl].some((key) => key.startsWith(start)))
        .map((start) => `${file}: ${start}`),
    );
    expect(missing).toEqual([]);
  });

  it('name no key without words', () => {
    const empty = (lang: string): string[] =>
      Object.entries(read(lang)).flatMap(([file, content]) => (JSON.stringify(content).includes('""') ? [file] : []));
    expect([...empty('pl'), ...empty('en')]).toEqual([]);
  });
});
