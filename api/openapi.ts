import { z } from 'zod';
import { allRoutes } from './contracts/all.ts';
import { problem } from './contracts/basics.ts';
import type { Route } from './contracts/route.ts';
import type { ProblemCode } from './problems/codes.ts';
import { problemStatus } from './problems/codes.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return json;
};

/** The OpenAPI 3.1 document of all contract routes; it is built from what the server checks by, so it can't say another thing. */
export const openApiDocument = (): Json => {
  const paths: Record<string, Json> = {};
  for (const { name, group, route } of allRoutes)
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(name, group, route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'e-Urząd',
      version: '0.1.0',
      description:
        'The only door of the office. Errors are RFC 9457 problems. Unsafe requests of a signed-in browser carry `X-CSRF-Token`. Amounts are grosz.',
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'eurzad_session' } },
    },
  };
};

const operation = (name: string, group: string, route: Route): Json => ({
  operationId: name,
  tags: [group],
  summary: route.summary,
  ...(route.who === 'anyone' ? {} : { security: [{ session: [] }] }),
  'x-who': route.who,
  parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
  ...requestBody(route),
  responses: { 200: { description: 'Done', content: answerContent(route) }, ...problemResponses(route) },
});

const pathParameters = (route: Route): Json[] =>
  [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = (route: Route): Json[] => {
  if (!route.query) return [];
  const { properties = {}, required = [] } = schemaOf(route.query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

/** Routes that ask for an idempotency key say so among their problems. */
const headerParameters = (route: Route): Json[] =>
  route.problems?.includes('idempotency-key-missing') || /Idempotency-Key/.test(route.summary)
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', minLength: 8, maxLength: 200 },
        },
      ]
    : [];

const requestBody = (route: Route): Json => {
  if (route.consumes === 'multipart/form-data') {
    const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
  }
  if (!route.body) return {};
  const content = { [route.consumes ?? 'application/json']: { schema: schemaOf(route.body, 'input') } };
  return { requestBody: { required: true, content } };
};

const answerContent = (route: Route): Json =>
  route.produces
    ? { [route.produces]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(route.response, 'output') } };

const problemResponses = (route: Route): Json => {
  const always: ProblemCode[] = [
    ...(route.who === 'anyone' ? [] : (['not-signed-in', 'not-authorised'] as const)),
    ...(route.body || route.query ? (['invalid-request'] as const) : []),
    'unexpected',
    'database-down',
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of new Set([...((route.problems ?? []) as ProblemCode[]), ...always]))
    byStatus.set(problemStatus[code], [...(byStatus.get(problemStatus[code]) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  );
};
