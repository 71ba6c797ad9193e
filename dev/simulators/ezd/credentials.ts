import { createHash } from 'node:crypto';

export type EzdCredentials = { webHost: string; pid: string; aki: string; apiKey: string };

const base64Hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The client identifier that the integrator API derives from the host name. */
export const clientIdOf = ({ webHost }: EzdCredentials): string => `api_${base64Hash(webHost)}`;

const FIVE_MINUTES = 5 * 60_000;

/** Why a request for a token is refused; undefined when it is granted. */
export const refusal = (
  credentials: EzdCredentials,
  form: Record<string, string | undefined>,
  now: number,
): string | undefined => {
  if (form.grant_type !== 'api_credentials') return 'unsupported_grant_type';
  if (form.client_id !== clientIdOf(credentials)) return 'invalid_client';
  if (form.scope !== 'api.ezdrp.gov.pl') return 'invalid_scope';
  if (form.pid !== credentials.pid || form.aki !== credentials.aki) return 'invalid_grant';
  const { rt = '' } = form;
  if (Number.isNaN(Date.parse(rt)) || Math.abs(now - Date.parse(rt)) > FIVE_MINUTES) return 'invalid_request_time';
  return form.akh === base64Hash(rt + credentials.apiKey) ? undefined : 'invalid_grant';
};
