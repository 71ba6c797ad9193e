import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text for a cookie or a header. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a session's token: whoever reads the table can't sign in by it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares secrets in the same time wherever they differ. */
export const sameToken = (given: string | undefined, expected: string): boolean => {
  const a = Buffer.from(tokenHash(given ?? ''));
  return timingSafeEqual(a, Buffer.from(tokenHash(expected)));
};
