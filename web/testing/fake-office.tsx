import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import { queryClient } from '../api/query-client.ts';
import { rootRoute } from '../root-route.tsx';
import { clerkRoutes } from '../clerk/routes.tsx';
import { fieldRoutes } from '../field/routes.tsx';

// Pages come in pieces of their own; a busy machine may need seconds for the first.
configure({ asyncUtilTimeout: 8_000 });

export type Sent = { method: string; path: string; body: unknown; key: string | null };
type Answers = Record<string, (sent: Sent) => { status?: number; body: unknown }>;

/** The network's other end in tests: answers by `GET /path`, and what was sent to it. */
export const fakeOffice = (answers: Answers): Sent[] => {
  const sent: Sent[] = [];
  globalThis.fetch = (async (input: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    const path = String(input).replace('/api', '').split('?')[0]!;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = { method, path, body, key: new Headers(init.headers).get('Idempotency-Key') };
    sent.push(request);
    const answer = answers[`${method} ${path}`];
    if (answer === undefined) throw new TypeError(`no answer for ${method} ${path}`);
    const { status = 200, body: told } = answer(request);
    const text = JSON.stringify(told);
    return { ok: status < 400, status, statusText: '', json: async () => JSON.parse(text) as unknown };
  }) as unknown as typeof fetch;
  return sent;
};

export const staffSession = {
  kind: 'staff',
  demo: true,
  office: { name: 'Legnica', today: '2026-11-23' },
  csrfToken: 'token',
  staff: {
    id: 'staff-1',
    login: 'kzielinska',
    name: 'Katarzyna Zielińska',
    roles: ['clerk'],
    groups: ['tax-assessment'],
  },
};

/** The real pages of staff at an address, in a router of their own. */
export const openPage = (address: string) => {
  queryClient.clear();
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: rootRoute.addChildren([...clerkRoutes, ...fieldRoutes]), history });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return router;
};
