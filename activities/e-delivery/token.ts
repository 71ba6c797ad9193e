import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ask, describe } from '../http/ask.ts';

export type EDeliverySettings = { url: string; address: string; keyFile?: string | undefined };
const grant = z.object({ access_token: z.string(), expires_in: z.number() });
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Without a key file the demo's worker makes itself a key: the simulator checks the assertion's form, not its signer. */
const privateKey = (keyFile: string | undefined): KeyObject =>
  keyFile ? createPrivateKey(readFileSync(keyFile)) : generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** The signed assertion of RFC 7523 by which the office's system proves itself (`private_key_jwt`, RS256). */
export const clientAssertion = (key: KeyObject, client: string, audience: string, now: number): string => {
  const seconds = Math.floor(now / 1000);
  const claims = {
    iss: client,
    sub: client,
    aud: audience,
    jti: randomUUID(),
    iat: seconds,
    nbf: seconds,
    exp: seconds + 300,
  };
  const unsigned = `${base64({ alg: 'RS256', typ: 'JWT' })}.${base64(claims)}`;
  return `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), key).toString('base64url')}`;
};

export const eDeliveryTokens = ({ url, address, keyFile }: EDeliverySettings) => {
  let key: KeyObject | undefined;
  let held: { token: string; until: number } | undefined;
  const realm = `${url}/auth/realms/EDOR`;
  return async (): Promise<string> => {
    if (held && held.until > Date.now()) return held.token;
    key ??= privateKey(keyFile);
    const client = `${address}.SYSTEM.e-urzad`;
    const answer = await ask({
      method: 'POST',
      url: `${realm}/protocol/openid-connect/token?login_hint=${encodeURIComponent(`ADE.${address}`)}`,
      form: {
        grant_type: 'client_credentials',
        client_id: client,
        scope: 'read_messages write_messages',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: clientAssertion(key, client, realm, Date.now()),
      },
    });
    if (answer.status !== 200) throw new Error(describe('e-Delivery refused a token', answer));
    const { access_token: token, expires_in: seconds } = grant.parse(answer.body);
    held = { token, until: Date.now() + Math.max(0, seconds - 30) * 1000 };
    return token;
  };
};
