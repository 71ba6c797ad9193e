import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'oidc-provider';
import { stateFile } from '../state-file.ts';

type Keys = { signing: JWK | null; cookies: string[] };

/** The provider's keys, made once: a restart of it must not end everybody's sign-in. */
export const providerKeys = (path: string): { signing: JWK; cookies: string[] } => {
  const { state, save } = stateFile<Keys>(path, { signing: null, cookies: [] });
  if (!state.signing) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    state.signing = {
      ...privateKey.export({ format: 'jwk' }),
      use: 'sig',
      alg: 'RS256',
      kid: randomBytes(8).toString('hex'),
    } as JWK;
    state.cookies = [randomBytes(24).toString('hex')];
    save();
  }
  return { signing: state.signing, cookies: state.cookies };
};
