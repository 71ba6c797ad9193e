import { join } from 'node:path';
import express, { Router } from 'express';
import Provider, { type Configuration } from 'oidc-provider';
import { fileAdapter } from './adapter.ts';
import type { Directory } from './directory.ts';
import { providerKeys } from './keys.ts';
import { errorPage, loginPage, signedOutPage, signOutPage } from './pages.ts';

export type OidcClient = { id: string; secret: string };

export type OidcOptions = {
  /** The issuer's address as browsers and the API see it. */
  issuer: string;
  name: string;
  folder: string;
  client: OidcClient;
  /** The office's own address: sign-ins return there, or to any port of this machine. */
  officeUrl: string;
  directory: Directory;
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const configuration = ({ issuer, name, folder, client, officeUrl, directory }: OidcOptions): Configuration => {
  const { signing, cookies } = providerKeys(join(folder, `oidc-${name}.json`));
  const claims = [...new Set(directory.accounts.flatMap((account) => Object.keys(account.claims)))];
  return {
    adapter: fileAdapter(join(folder, `oidc-${name}-records.json`)),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${officeUrl}/api/login/callback`],
        post_logout_redirect_uris: [`${officeUrl}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    findAccount: (_ctx, id) => {
      const account = directory.accounts.find((candidate) => candidate.id === id);
      return account && { accountId: id, claims: () => Promise.resolve({ sub: id, ...account.claims }) };
    },
    jwks: { keys: [signing] },
    // Two providers share one host, whose cookies know no path above them.
    cookies: {
      keys: cookies,
      names: { session: `_${name}_session`, interaction: `_${name}_interaction`, resume: `_${name}_resume` },
    },
    claims: { openid: ['sub', ...claims] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'email', 'pesel', 'groups'],
    pkce: { required: () => true },
    interactions: { url: (_ctx, interaction) => `${new URL(issuer).pathname}/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(directory.system, form)),
        postLogoutSuccessSource: (ctx) => void (ctx.body = signedOutPage(directory.system)),
      },
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(directory.system, out.error, out.error_description ?? '');
    },
    // The office is the one client, and people agreed to it when they chose it: no page of consent.
    loadExistingGrant: async (ctx) => {
      const { Grant } = ctx.oidc.provider;
      const grant = new Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email pesel groups');
      await grant.save();
      return grant;
    },
    ttl: {
      Session: 8 * 3600,
      Interaction: 3600,
      Grant: 8 * 3600,
      IdToken: 3600,
      AccessToken: 3600,
      AuthorizationCode: 60,
    },
  };
};

/** An OpenID provider with PKCE whose login page lists the demo people; mount it at its issuer's path. */
export const oidcRouter = (options: OidcOptions): Router => {
  const { directory, officeUrl } = options;
  const provider = new Provider(options.issuer, configuration(options));
  const isOurs = (address: string) =>
    URL.canParse(address) &&
    (new URL(address).origin === new URL(officeUrl).origin || loopback.has(new URL(address).hostname));
  const client = provider.Client.prototype as unknown as Record<string, (address: string) => boolean>;
  client.redirectUriAllowed = isOurs;
  client.postLogoutRedirectUriAllowed = isOurs;

  const router = Router();
  router.get('/interaction/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    response.send(loginPage(directory));
  });
  router.post('/interaction/:uid', express.urlencoded({ extended: false }), async (request, response) => {
    const chosen = String((request.body as { account?: unknown } | undefined)?.account ?? '').replace(/\s/g, '');
    if (!chosen) {
      const denied = { error: 'access_denied', error_description: 'The person cancelled' };
      return provider.interactionFinished(request, response, denied);
    }
    if (!directory.accounts.some(({ id }) => id === chosen)) {
      return void response.status(400).send(loginPage(directory, 'Nie ma takiej osoby w mieście pokazowym.'));
    }
    const result = { login: { accountId: chosen, remember: false } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  router.use(provider.callback());
  return router;
};
