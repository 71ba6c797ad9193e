import { ProblemError } from './problem-error.ts';

/** SQLSTATE of a server that is going down, starting or full, and the socket errors of one that is not there. */
const databaseOutage = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
const poolOutage =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
/** gRPC's DEADLINE_EXCEEDED and UNAVAILABLE, as Temporal's client throws them. */
const grpcOutage = new Set([4, 14]);

type Thrown = { code?: unknown; message?: unknown; cause?: unknown; errors?: unknown; details?: unknown };

/** The outage behind a thrown error, or null when it is something else. Looks at its shape: drivers throw errors of many makes. */
export const outageOf = (error: unknown): ProblemError | null => {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, cause, errors, details } = error as Thrown;
  const retryAfterSeconds = 5;
  if (typeof code === 'number' && details !== undefined && grpcOutage.has(code))
    return new ProblemError('temporal-down', { retryAfterSeconds });
  if ((typeof code === 'string' && databaseOutage.test(code)) || poolOutage.test(String(message)))
    return new ProblemError('database-down', { retryAfterSeconds });
  if (Array.isArray(errors)) return errors.map(outageOf).find((outage) => outage !== null) ?? null;
  return cause === error ? null : outageOf(cause);
};
