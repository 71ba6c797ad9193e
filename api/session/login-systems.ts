import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config, Log } from '../parts.ts';
import { CONFIG, LOG } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

export type LoginKind = 'resident' | 'staff';

const scopes: Record<LoginKind, string> = { resident: 'openid profile pesel', staff: 'openid profile groups' };

/** The two OpenID providers. Each is asked for its addresses at first need, and again later when it did not answer. */
@Injectable()
export class LoginSystems {
  private readonly known = new Map<LoginKind, Promise<oidc.Configuration>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async of(kind: LoginKind): Promise<oidc.Configuration> {
    const discovery = this.known.get(kind) ?? this.discover(kind);
    this.known.set(kind, discovery);
    try {
      return await discovery;
    } catch (error) {
      this.known.delete(kind);
      this.log.warn({ err: error, kind }, 'the login system does not answer');
      throw new ProblemError('login-down', { retryAfterSeconds: 10 });
    }
  }

  get returnAddress(): string {
    return `${this.config.baseUrl}/api/login/callback`;
  }

  scope(kind: LoginKind): string {
    return scopes[kind];
  }

  private discover(kind: LoginKind): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config.oidc[kind];
    const url = new URL(issuer);
    // A provider on plain http is one on this machine: the demo city's or a test's.
    const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(url, clientId, undefined, oidc.ClientSecretBasic(clientSecret), { execute, timeout: 10 });
  }
}
