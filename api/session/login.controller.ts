import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as oidc from 'openid-client';
import type { Config, Db, Log } from '../parts.ts';
import { CONFIG, DATABASE, LOG } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { cookieOf, cookieOptions, LOGIN_COOKIE, SESSION_COOKIE } from './cookies.ts';
import { type LoginKind, LoginSystems } from './login-systems.ts';
import { OpenDoor } from './open-door.ts';
import { PeopleRepository } from './people.repository.ts';
import { localAddress } from './return-to.ts';
import { SessionRepository } from './session.repository.ts';
import { sameToken } from './token.ts';

/** Minutes that a person has to finish at the login system. */
const patience = 15;

/** Signing in by OpenID Connect: browsers walk these three doors, so each answers with a redirect, a refusal too. */
@Controller('login')
export class LoginController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Db,
    @Inject(LOG) private readonly log: Log,
    @Inject(LoginSystems) private readonly systems: LoginSystems,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
  ) {}

  @Get('resident')
  @OpenDoor()
  resident(@Query('returnTo') returnTo: unknown, @Res() response: Response): Promise<void> {
    return this.begin('resident', returnTo, response);
  }

  @Get('staff')
  @OpenDoor()
  staff(@Query('returnTo') returnTo: unknown, @Res() response: Response): Promise<void> {
    return this.begin('staff', returnTo, response);
  }

  @Get('callback')
  @OpenDoor()
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.clearCookie(LOGIN_COOKIE, { ...cookieOptions(this.config, 0), maxAge: undefined });
    try {
      const attempt = await this.attemptOf(request);
      const token = await this.signIn(attempt, new URL(request.originalUrl, this.config.baseUrl));
      response.cookie(SESSION_COOKIE, token, cookieOptions(this.config, this.config.session.hours * 60));
      response.redirect(attempt.return_to);
    } catch (error) {
      this.turnAway(error, response);
    }
  }

  private async begin(kind: LoginKind, returnTo: unknown, response: Response): Promise<void> {
    try {
      const system = await this.systems.of(kind);
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      await this.db
        .insertInto('login_attempts')
        .values({ state, kind, nonce, code_verifier: verifier, return_to: localAddress(returnTo) })
        .execute();
      response.cookie(LOGIN_COOKIE, state, cookieOptions(this.config, patience));
      const address = oidc.buildAuthorizationUrl(system, {
        redirect_uri: this.systems.returnAddress,
        scope: this.systems.scope(kind),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      response.redirect(address.href);
    } catch (error) {
      this.turnAway(error, response);
    }
  }

  /** Takes the attempt out of the table: each works once, in the browser that began it, and not for long. */
  private async attemptOf(request: Request) {
    const state = String((request.query as Record<string, unknown>).state ?? '');
    const attempt = await this.db
      .deleteFrom('login_attempts')
      .where('state', '=', state)
      .returningAll()
      .executeTakeFirst();
    await this.db
      .deleteFrom('login_attempts')
      .where('created_at', '<', new Date(Date.now() - patience * 60_000))
      .execute();
    const isOurs = attempt && sameToken(cookieOf(request, LOGIN_COOKIE), attempt.state);
    if (!isOurs || Date.now() - attempt.created_at.getTime() > patience * 60_000)
      throw new ProblemError('sign-in-failed');
    return attempt;
  }

  private async signIn(attempt: Awaited<ReturnType<LoginController['attemptOf']>>, address: URL): Promise<string> {
    const system = await this.systems.of(attempt.kind);
    const tokens = await oidc.authorizationCodeGrant(system, address, {
      pkceCodeVerifier: attempt.code_verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const { sub, ...inToken } = tokens.claims()!;
    const claims = { ...inToken, ...(await oidc.fetchUserInfo(system, tokens.access_token, sub)) };
    return attempt.kind === 'resident'
      ? this.sessions.open({ kind: 'resident', personId: await this.people.resident(claims) })
      : this.sessions.open({ kind: 'staff', staffId: await this.people.staff(claims) });
  }

  /** Back to the page of signing in, which says why in words. */
  private turnAway(error: unknown, response: Response): void {
    const code = error instanceof ProblemError ? error.code : 'sign-in-failed';
    if (!(error instanceof ProblemError)) this.log.warn({ err: error }, 'signing in failed');
    response.redirect(`/logowanie?problem=${code}`);
  }
}
