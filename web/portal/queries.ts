import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';

/** What the portal reads. Keys of a party's own data begin with `my`. */
export const servicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['services', q],
    queryFn: ({ signal }) => call(endpoints.services.list, { query: q === '' ? {} : { q }, signal }),
    staleTime: 300_000,
  });

export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['service', id],
    queryFn: ({ signal }) => call(endpoints.services.card, { params: { id }, signal }),
    staleTime: 300_000,
  });

/** A version never changes: its form is read once. */
export const formQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['form', id, version],
    queryFn: ({ signal }) => call(endpoints.services.form, { params: { id, version }, signal }),
    staleTime: Infinity,
  });

export const draftsQuery = queryOptions({
  queryKey: ['my', 'drafts'],
  queryFn: ({ signal }) => call(endpoints.cases.drafts, { signal }),
});

export const submissionsQuery = queryOptions({
  queryKey: ['my', 'submissions'],
  queryFn: ({ signal }) => call(endpoints.cases.submissions, { signal }),
});

export const casesQuery = (status: 'open' | 'closed') =>
  queryOptions({
    queryKey: ['my', 'cases', status],
    queryFn: ({ signal }) => call(endpoints.cases.mine, { query: { status }, signal }),
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['my', 'case', id],
    queryFn: ({ signal }) => call(endpoints.cases.mineOne, { params: { id }, signal }),
    refetchInterval: 10_000,
  });

export const myTasksQuery = queryOptions({
  queryKey: ['my', 'tasks'],
  queryFn: ({ signal }) => call(endpoints.tasks.mine, { signal }),
});

export const myTaskQuery = (id: string) =>
  queryOptions({
    queryKey: ['my', 'task', id],
    queryFn: ({ signal }) => call(endpoints.tasks.mineOne, { params: { id }, signal }),
  });

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['my', 'submission', id],
    queryFn: ({ signal }) => call(endpoints.submissions.read, { params: { id }, signal }),
    // Until the case is open, its number is still on the way.
    refetchInterval: (query) => (query.state.data?.caseSign == null ? 3_000 : false),
  });
