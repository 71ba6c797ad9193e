import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Trx } from '#platform/database/in-transaction';
import { idempotently } from '#platform/idempotency';
import { ProblemError } from './problems/problem-error.ts';

/** What the caller asked for under which key; `path` keeps one key from meaning two things. */
export type KeyedRequest = { key: string; path: string; body: unknown };

/** The `Idempotency-Key` of a write that a person makes; without one the write is refused. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): KeyedRequest => {
  const request = context.switchToHttp().getRequest<Request>();
  const key = request.get('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new ProblemError('idempotency-key-missing');
  return { key, path: request.path, body: request.body as unknown };
});

/** Does the work once for each actor and key, in the caller's transaction; a repeat gets the first answer again. */
export const onceOnly = async <T>(
  trx: Trx,
  actor: { kind: string; id: string },
  { key, path, body }: KeyedRequest,
  work: () => Promise<T>,
): Promise<T> => {
  const result = await idempotently(trx, { actor: `${actor.kind}/${actor.id}`, key, request: { path, body } }, work);
  if (!result.ok) throw new ProblemError('idempotency-key-reused');
  return result.response;
};
