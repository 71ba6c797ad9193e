import type { BodyOf, QueryOf, ResponseOf, Route } from '#api/contracts/route';

/** Method and address of a route as the browser needs them; the type remembers which contract they serve. */
export type Endpoint<R extends Route> = { method: R['method']; path: R['path']; contract?: R };

/** TypeScript refuses a method or a path that the contract does not have. */
export const at = <R extends Route>(method: R['method'], path: R['path']): Endpoint<R> => ({ method, path });

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Given<Name extends string, T> = [T] extends [undefined] ? { [K in Name]?: undefined } : { [K in Name]: T };

/** What a call must be given: path parameters, query and body, each only where the contract has them. */
export type CallOptions<R extends Route> = ([Names<R['path']>] extends [never]
  ? { params?: undefined }
  : { params: Record<Names<R['path']>, string | number> }) & { query?: QueryOf<R> } & Given<'body', BodyOf<R>> & {
    /** The same key makes a repeated write one write; also across the retries of one call. */
    idempotencyKey?: string;
    signal?: AbortSignal;
  };

export type Answer<R extends Route> = ResponseOf<R>;
