import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';

export const views = ['mine', 'groups', 'open', 'done'] as const;
export type View = (typeof views)[number];
export const isView = (value: unknown): value is View => views.includes(value as View);

/** The inbox by pages; keyset cursors, so that page 1000 costs what page 1 does. */
export const tasksQuery = (view: View, q: string) =>
  infiniteQueryOptions({
    queryKey: ['tasks', view, q],
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.tasks.list, {
        query: { view, ...(q !== '' && { q }), ...(pageParam !== null && { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: 15_000,
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => call(endpoints.tasks.read, { params: { id }, signal }),
    // A form that reads itself again while somebody fills it in would take their words away.
    refetchOnWindowFocus: false,
  });

export const casesQuery = (q: string, status: 'open' | 'closed' | undefined) =>
  infiniteQueryOptions({
    queryKey: ['cases', status ?? 'all', q],
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.cases.all, {
        query: { ...(status && { status }), ...(q !== '' && { q }), ...(pageParam !== null && { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => call(endpoints.cases.one, { params: { id }, signal }),
    refetchInterval: 10_000,
  });
