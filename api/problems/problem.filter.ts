import { randomUUID } from 'node:crypto';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Problem } from '../contracts/basics.ts';
import { type Log, LOG } from '../parts.ts';
import type { ProblemCode } from './codes.ts';
import type { Language } from './language.ts';
import { languageOf } from './language.ts';
import { outageOf } from './outage.ts';
import { ProblemError } from './problem-error.ts';
import { fieldText, problemText } from './texts.ts';

/** Tells every error as `application/problem+json` (RFC 9457); of an unforeseen one the caller learns only an id that is in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = asProblem(error);
    const instance = `urn:uuid:${randomUUID()}`;
    if (!known || known.status >= 500) this.log.error({ err: error, instance, path: request.path }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, known ?? new ProblemError('unexpected', { params: { id: instance.slice(9) } }), {
      language: languageOf(request),
      instance,
    });
  }
}

/** Writes a problem as the answer; also for the few doors outside Nest's router. */
export const sendProblem = (
  response: Response,
  problem: ProblemError,
  { language, instance }: { language: Language; instance: string },
): void => {
  const { errors, params, retryAfterSeconds } = problem.details;
  const body: Problem = {
    type: `/problems/${problem.code}`,
    status: problem.status,
    code: problem.code,
    instance,
    ...problemText(problem.code, language, params),
    ...(errors && {
      errors: errors.map(({ message, ...field }) => ({
        ...field,
        message: message ?? fieldText(field.code, language),
      })),
    }),
  };
  if (retryAfterSeconds) response.setHeader('Retry-After', retryAfterSeconds);
  response.status(problem.status).type('application/problem+json').set('Cache-Control', 'no-store').json(body);
};

const asProblem = (error: unknown): ProblemError | null => {
  if (error instanceof ProblemError) return error;
  const outage = outageOf(error);
  if (outage) return outage;
  if (unstorable.has((error as { code?: string } | null)?.code ?? '')) return new ProblemError('invalid-request');
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  const code = typeof status === 'number' ? byStatus[status] : undefined;
  return code ? new ProblemError(code) : null;
};

/** SQLSTATE of texts that Postgres cannot keep, such as NUL or half a surrogate pair in JSON. */
const unstorable = new Set(['22P05', '22021', '22P02']);

/** What Nest and the body parser refuse on their own. */
const byStatus: Partial<Record<number, ProblemCode>> = {
  400: 'invalid-json',
  403: 'not-authorised',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'media-type-wrong',
};
