import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ask, describe } from '../http/ask.ts';

export type EzdCredentials = { url: string; webHost: string; pid: string; aki: string; apiKey: string };

const grant = z.object({ access_token: z.string(), expires_in: z.number() });
const base64Hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Tokens of the grant `api_credentials`: the key itself never travels, only its hash with the time of the request. */
export const ezdTokens = ({ url, webHost, pid, aki, apiKey }: EzdCredentials) => {
  let held: { token: string; until: number } | undefined;
  return {
    forget: (): void => {
      held = undefined;
    },
    token: async (): Promise<string> => {
      if (held && held.until > Date.now()) return held.token;
      const rt = new Date().toISOString();
      const answer = await ask({
        method: 'POST',
        url: `${url}/ezdrp/integrator/v2/connect/token`,
        form: {
          grant_type: 'api_credentials',
          client_id: `api_${base64Hash(webHost)}`,
          scope: 'api.ezdrp.gov.pl',
          pid,
          aki,
          rt,
          akh: base64Hash(rt + apiKey),
        },
      });
      if (answer.status !== 200) throw new Error(describe('EZD refused a token', answer));
      const { access_token: token, expires_in: seconds } = grant.parse(answer.body);
      held = { token, until: Date.now() + (seconds - 60) * 1000 };
      return token;
    },
  };
};
