import { Controller, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import * as oidc from 'openid-client';
import { officeToday } from '#platform/office-clock';
import type { Answer, BodyIn } from '../contract.ts';
import { FromBody, Serves } from '../contract.ts';
import { sessionRoutes as routes } from '../contracts/session.ts';
import type { Config, Db } from '../parts.ts';
import { CONFIG, DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { cookieOptions, SESSION_COOKIE } from './cookies.ts';
import { LoginSystems } from './login-systems.ts';
import { SessionRepository } from './session.repository.ts';
import type { ResidentSession, SignedIn } from './signed-in.ts';
import { Resident, Visitor } from './signed-in.ts';

@Controller()
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Db,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(LoginSystems) private readonly systems: LoginSystems,
  ) {}

  @Serves(routes.read)
  async read(@Visitor() visitor: SignedIn | null): Promise<Answer<typeof routes.read>> {
    const office = { name: this.config.officeName, today: await officeToday(this.db) };
    const common = { demo: this.config.demoCity, office };
    if (!visitor) return { ...common, kind: 'none' };
    if (visitor.kind === 'staff')
      return { ...common, kind: 'staff', csrfToken: visitor.csrfToken, staff: visitor.staff };
    const { csrfToken, person, actingFor, mayActFor } = visitor;
    return { ...common, kind: 'resident', csrfToken, person, actingFor, mayActFor };
  }

  @Serves(routes.actFor)
  async actFor(
    @Resident() resident: ResidentSession,
    @FromBody(routes.actFor) { partyId }: BodyIn<typeof routes.actFor>,
  ): Promise<Answer<typeof routes.actFor>> {
    const actingFor = resident.mayActFor.find((party) => party.id === partyId);
    if (!actingFor) throw new ProblemError('not-authorised');
    await this.sessions.actFor(resident.tokenHash, partyId);
    return this.read({ ...resident, actingFor });
  }

  @Serves(routes.signOut)
  async signOut(
    @Visitor() visitor: SignedIn | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<typeof routes.signOut>> {
    response.clearCookie(SESSION_COOKIE, { ...cookieOptions(this.config, 0), maxAge: undefined });
    if (!visitor) return { redirectTo: '/' };
    await this.sessions.close(visitor.tokenHash);
    return { redirectTo: await this.endAtLogin(visitor) };
  }

  /**
   * Where the login system ends its own session; our own page when it does not answer or knows no such door.
   * No id_token_hint: the token carries the PESEL, which must not stand in an address.
   */
  private async endAtLogin(visitor: SignedIn): Promise<string> {
    try {
      const system = await this.systems.of(visitor.kind);
      return oidc.buildEndSessionUrl(system, { post_logout_redirect_uri: `${this.config.baseUrl}/` }).href;
    } catch {
      return '/';
    }
  }
}
