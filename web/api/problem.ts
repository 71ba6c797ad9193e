import type { Problem } from '#api/contracts/basics';

/** What the API said when it refused (RFC 9457). `code` chooses the reaction, `message` is a sentence for the reader. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: NonNullable<Problem['errors']>;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
  }
}

/** The network, or the office behind it, did not answer: asking again later may help. */
export class Unreachable extends Error {}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'title' in value;

/** Reads a refused response; a gateway's HTML page becomes a plain problem with the status alone. */
export const readProblem = async (response: Response): Promise<ApiProblem> => {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiProblem(body);
  return new ApiProblem({ type: 'about:blank', title: response.statusText, status: response.status, code: 'unknown' });
};
