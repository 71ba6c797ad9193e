import type { z } from 'zod';

/** One thing that the API does: the only description of it, from which the server's checks, the web's types and OpenAPI come. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api`, with `{name}` for each parameter. */
  path: string;
  summary: string;
  who: 'anyone' | 'resident' | 'staff' | 'admin' | 'collector';
  query?: z.ZodType;
  body?: z.ZodType;
  /** Multipart or binary exchanges say so; everything else is JSON. */
  consumes?: 'multipart/form-data' | 'application/x-www-form-urlencoded';
  produces?: 'application/pdf' | 'application/octet-stream' | 'text/html' | 'text/javascript';
  response: z.ZodType;
  /** Codes of the problems that a caller should expect (RFC 9457 `type` ends in the code). */
  problems?: string[];
};

export const route = <const R extends Route>(description: R): R => description;

export type QueryOf<R extends Route> = R['query'] extends z.ZodType ? z.input<R['query']> : undefined;
export type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.input<R['body']> : undefined;
export type ResponseOf<R extends Route> = z.output<R['response']>;
