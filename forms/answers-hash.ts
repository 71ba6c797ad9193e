import type { Json } from './form.ts';

/** JSON with sorted keys and no spaces (as RFC 8785 for texts, whole numbers and booleans): the same answers, the same text. */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined);
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
};

/** The digest of the answers; hashing is passed in, for this room does no I/O: `(text) => sha256 in hex`. */
export const answersHash = <Digest>(answers: Json, sha256: (text: string) => Digest): Digest =>
  sha256(canonicalJson(answers));
