import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemError } from '../problems/problem-error.ts';

export type PartyRef = { id: string; kind: 'person' | 'company'; name: string };

type Common = { tokenHash: string; csrfToken: string };

/** A signed-in resident. Rows are read and written for `actingFor`; `person` is who does it. */
export type ResidentSession = Common & {
  kind: 'resident';
  person: PartyRef;
  actingFor: PartyRef;
  /** The person, and the companies under a power of attorney that holds today. */
  mayActFor: PartyRef[];
  /** What may be done for `actingFor`: everything for oneself, else the scope of the power of attorney. */
  scope: Scope[];
};

export type Scope = 'view' | 'file' | 'pay' | 'receive';

export type StaffSession = Common & {
  kind: 'staff';
  staff: { id: string; login: string; name: string; roles: string[]; groups: string[] };
};

export type SignedIn = ResidentSession | StaffSession;
export type WithSession = Request & { signedIn?: SignedIn | null };

const sessionOf = (context: ExecutionContext): SignedIn | null | undefined =>
  context.switchToHttp().getRequest<WithSession>().signedIn;

/** The signed-in resident (`who: 'resident'`). */
export const Resident = createParamDecorator((_: unknown, context: ExecutionContext) => sessionOf(context));

/** The signed-in employee (`who: 'staff' | 'admin' | 'collector'`). */
export const Staff = createParamDecorator((_: unknown, context: ExecutionContext) => sessionOf(context));

/** Whoever is signed in, or null (`who: 'anyone'`). */
export const Visitor = createParamDecorator((_: unknown, context: ExecutionContext) => sessionOf(context) ?? null);

/** Refuses what the power of attorney does not cover. */
export const requireScope = (session: ResidentSession, scope: Scope): void => {
  if (!session.scope.includes(scope)) throw new ProblemError('not-authorised');
};

/** Who acts, as the audit log and the idempotency keys name them. */
export const actorOf = (session: SignedIn): { kind: 'resident' | 'staff'; id: string; name: string } =>
  session.kind === 'resident'
    ? { kind: 'resident', id: session.person.id, name: session.person.name }
    : { kind: 'staff', id: session.staff.id, name: session.staff.name };
