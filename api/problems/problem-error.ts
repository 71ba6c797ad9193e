import type { ProblemCode } from './codes.ts';
import { problemStatus } from './codes.ts';

/** A faulty field: where it stands, and either a ready sentence or the key of one in `messages/`. */
export type FieldProblem = { pointer: string; code: string; message?: string };

type Details = { params?: Record<string, string | number>; errors?: FieldProblem[]; retryAfterSeconds?: number };

/** An expected refusal: thrown anywhere in the API, told to the caller by `ProblemFilter` as RFC 9457 with words from `messages/`. */
export class ProblemError extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: Details = {},
  ) {
    super(code);
    this.name = 'ProblemError';
    this.status = problemStatus[code];
  }
}
