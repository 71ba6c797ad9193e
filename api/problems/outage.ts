import { ServiceError } from '@temporalio/client';
import { ProblemError } from './problem-error.ts';

/** SQLSTATE of a server that is going down, starting or full, and the socket errors of one that is not there. */
const databaseOutage = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
const poolOutage = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
const grpcOutage = new Set([4, 14]);

/** The outage behind a thrown error, or null when it is something else. */
export const outageOf = (error: unknown): ProblemError | null => {
  if (!(error instanceof Error)) return null;
  const retryAfterSeconds = 5;
  if (isTemporalOutage(error)) return new ProblemError('temporal-down', { retryAfterSeconds });
  const code = (error as { code?: unknown }).code;
  if ((typeof code === 'string' && databaseOutage.test(code)) || poolOutage.test(error.message))
    return new ProblemError('database-down', { retryAfterSeconds });
  if (error instanceof AggregateError) return error.errors.map(outageOf).find((outage) => outage !== null) ?? null;
  return null;
};

const isTemporalOutage = (error: Error): boolean => {
  const cause = error instanceof ServiceError ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'details' in cause && grpcOutage.has((cause as { code?: number }).code ?? -1);
};
