import type { CookieOptions, Request } from 'express';
import type { Config } from '#platform/config';

export const SESSION_COOKIE = 'eurzad_session';
/** Ties a sign-in under way to the browser that began it, so that nobody can be signed in by another's link. */
export const LOGIN_COOKIE = 'eurzad_login';

/** Http-only; Lax, since the return from the login is a cross-site navigation; Secure wherever the office is on https. */
export const cookieOptions = ({ baseUrl }: Pick<Config, 'baseUrl'>, minutes: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: baseUrl.startsWith('https:'),
  path: '/',
  maxAge: minutes * 60_000,
});

export const cookieOf = (request: Request, name: string): string | undefined =>
  (request.cookies as Record<string, string> | undefined)?.[name];
