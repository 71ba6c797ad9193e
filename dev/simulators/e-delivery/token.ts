import { z } from 'zod';

const HOUR = 3600;
const claims = z.object({ iss: z.string(), sub: z.string(), jti: z.string(), exp: z.number(), iat: z.number() });

/**
 * Why an assertion (`private_key_jwt`, RFC 7523) is refused. The simulator knows nobody's public key, so it reads the
 * claims and does not check the signature.
 */
export const assertionProblem = (form: Record<string, string | undefined>, now: number): string | undefined => {
  if (form.grant_type !== 'client_credentials') return 'unsupported_grant_type';
  const [head, body, signature] = (form.client_assertion ?? '').split('.');
  if (!head || !body || !signature) return 'invalid_client';
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return 'invalid_client';
  }
  const parsed = claims.safeParse(json);
  if (!parsed.success || parsed.data.iss !== parsed.data.sub || !parsed.data.sub.includes('.SYSTEM.'))
    return 'invalid_client';
  const { exp, iat } = parsed.data;
  return exp * 1000 < now || exp - iat > HOUR / 6 ? 'invalid_grant' : undefined;
};
