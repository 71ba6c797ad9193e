import {
  applyDecorators,
  Body,
  HttpCode,
  Param,
  Query,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import type { Route } from './contracts/route.ts';
import type { FieldProblem } from './problems/problem-error.ts';
import { ProblemError } from './problems/problem-error.ts';

/** Metadata under which a handler carries its contract; the doorkeeper and the OpenAPI document read it. */
export const ROUTE = 'e-urzad:route';

/** Binds a handler to its contract: method, path and who may come. `@FromBody`, `@FromQuery` bring the checked parts of the request. */
export const Serves = (route: Route): MethodDecorator =>
  applyDecorators(
    RequestMapping({ method: RequestMethod[route.method], path: route.path.replace(/\{(\w+)\}/g, ':$1') }),
    HttpCode(200),
    SetMetadata(ROUTE, route),
  );

/** The body, checked by the contract; a field that the contract does not know is an error, not dropped in silence. */
export const FromBody = (route: Route & { body: z.ZodType }): ParameterDecorator => Body(new ContractPipe(route.body));

/** The body of another system, which may add fields at will: unknown ones are dropped. */
export const FromSystem = (route: Route & { body: z.ZodType }): ParameterDecorator =>
  Body(new ContractPipe(route.body, 'tolerant'));

/** The query, checked by the contract. */
export const FromQuery = (route: Route & { query: z.ZodType }): ParameterDecorator =>
  Query(new ContractPipe(route.query));

/** An identifier in the path; one that is no UUID names nothing. */
export const FromPath = (name = 'id'): ParameterDecorator => Param(name, new IdPipe());

/** What a handler receives and gives, by its contract. */
export type BodyIn<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : never;
export type QueryIn<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : never;
export type Answer<R extends Route> = z.input<R['response']>;

class ContractPipe implements PipeTransform {
  private readonly schema: z.ZodType;

  constructor(schema: z.ZodType, unknownFields: 'refused' | 'tolerant' = 'refused') {
    this.schema = schema instanceof z.ZodObject && unknownFields === 'refused' ? schema.strict() : schema;
  }

  transform(value: unknown, _metadata: ArgumentMetadata): unknown {
    const parsed = this.schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    throw new ProblemError('invalid-request', { errors: parsed.error.issues.flatMap(fieldProblems) });
  }
}

class IdPipe implements PipeTransform {
  transform(value: unknown): unknown {
    if (!z.uuid().safeParse(value).success) throw new ProblemError('not-found');
    return value;
  }
}

const fieldProblems = (issue: z.core.$ZodIssue): FieldProblem[] => {
  const at = (path: PropertyKey[]) =>
    path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: at([...issue.path, key]), code: 'unrecognized_keys' }));
  return [{ pointer: at(issue.path), code: issue.code }];
};
