import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Application } from 'express';
import { allRoutes } from './contracts/all.ts';
import { problemStatus } from './problems/codes.ts';
import en from './messages/en.json' with { type: 'json' };
import pl from './messages/pl.json' with { type: 'json' };
import type { TestOffice } from './testing/office.ts';
import { openTestOffice } from './testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
}, 60_000);
afterAll(() => office.close());

/** Doors outside the contracts: redirects of signing in, and the document itself. */
const outside = ['GET /api/login/resident', 'GET /api/login/staff', 'GET /api/login/callback', 'GET /api/openapi.json'];

const served = (): string[] => {
  const express = office.app.getHttpAdapter().getInstance() as Application;
  return express.router.stack.flatMap(({ route }) =>
    route
      ? Object.keys((route as unknown as { methods: object }).methods).map(
          (method) => `${method.toUpperCase()} ${route.path}`,
        )
      : [],
  );
};

it('serves every route of the contracts once, and no other', () => {
  const promised = allRoutes.map(({ route }) => `${route.method} /api${route.path.replace(/\{(\w+)\}/g, ':$1')}`);
  expect(served().sort()).toEqual([...promised, ...outside].sort());
});

it('describes every served route in OpenAPI 3.1', async () => {
  const { body } = await office.anyone().get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} /api${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.sort()).toEqual(
    served()
      .filter((door) => !outside.includes(door))
      .sort(),
  );
});

it('names its operations once each, and gives writes of people their key', async () => {
  const { body } = await office.anyone().get('/api/openapi.json');
  type Operation = { operationId: string; parameters: { name: string; in: string }[] };
  const operations = Object.values(body.paths as Record<string, Record<string, Operation>>).flatMap((path) =>
    Object.values(path),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  const submit = operations.find(({ operationId }) => operationId === 'submissions.submit')!;
  expect(submit.parameters.map(({ name }) => name)).toContain('Idempotency-Key');
});

it('has words in both languages for every problem that a contract promises', () => {
  const promised = allRoutes.flatMap(({ route }) => [...((route as { problems?: string[] }).problems ?? [])]);
  for (const code of [...promised, ...Object.keys(problemStatus)]) {
    expect(problemStatus).toHaveProperty(code);
    expect(pl.problems).toHaveProperty(code);
    expect(en.problems).toHaveProperty(code);
  }
  expect(Object.keys(en.fields)).toEqual(Object.keys(pl.fields));
});
