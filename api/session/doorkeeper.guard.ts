import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ROUTE } from '../contract.ts';
import type { Route } from '../contracts/route.ts';
import type { Config } from '../parts.ts';
import { CONFIG } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { cookieOf, SESSION_COOKIE } from './cookies.ts';
import { OPEN_DOOR } from './open-door.ts';
import { SessionRepository } from './session.repository.ts';
import type { SignedIn, WithSession } from './signed-in.ts';
import { sameToken } from './token.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every handler: who comes, whether the contract lets them in, and that the request is their own doing. */
@Injectable()
export class Doorkeeper implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(OPEN_DOOR, handler)) return true;
    const route = this.reflector.get<Route | undefined>(ROUTE, handler);
    if (!route) throw new ProblemError('not-found');
    const request = context.switchToHttp().getRequest<WithSession>();
    const token = cookieOf(request, SESSION_COOKIE);
    // Health must answer while Postgres is down.
    request.signedIn = token && !doorsWithoutSession.has(route.path) ? await this.sessions.find(token) : null;
    if (!safeMethods.has(request.method)) this.checkOwnDoing(request, request.signedIn);
    letIn(route.who, request.signedIn);
    return true;
  }

  /** Against forged requests: the browser's Origin is ours, and a signed-in one proves that it could read its session. */
  private checkOwnDoing(request: Request, signedIn: SignedIn | null): void {
    const origin = request.get('Origin');
    if (origin && origin !== new URL(this.config.baseUrl).origin) throw new ProblemError('origin-wrong');
    if (signedIn && !sameToken(request.get('X-CSRF-Token'), signedIn.csrfToken))
      throw new ProblemError('csrf-token-wrong');
  }
}

const doorsWithoutSession = new Set(['/health', '/ready']);

const letIn = (who: Route['who'], signedIn: SignedIn | null): void => {
  if (who === 'anyone') return;
  if (!signedIn) throw new ProblemError('not-signed-in');
  const isIn =
    who === 'resident'
      ? signedIn.kind === 'resident'
      : signedIn.kind === 'staff' && (who === 'staff' || signedIn.staff.roles.includes(who));
  if (!isIn) throw new ProblemError('not-authorised');
};
