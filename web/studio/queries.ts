import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';

export const clockQuery = queryOptions({
  queryKey: ['office', 'clock'],
  queryFn: ({ signal }) => call(endpoints.office.clock, { signal }),
  refetchInterval: 5_000,
});

export const auditQuery = infiniteQueryOptions({
  queryKey: ['office', 'audit'],
  queryFn: ({ signal, pageParam }) =>
    call(endpoints.office.audit, { query: pageParam === null ? {} : { after: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

export const incidentsQuery = queryOptions({
  queryKey: ['office', 'incidents'],
  queryFn: ({ signal }) => call(endpoints.office.incidents, { signal }),
  refetchInterval: 10_000,
});
