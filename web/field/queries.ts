import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import type { Delivery } from '../api/types.ts';

export type Attempt = Delivery['attempts'][number] & { signature?: string };
export type Outcome = Attempt['outcome'];

export const deliveriesQuery = (view: 'open' | 'done') =>
  queryOptions({
    queryKey: ['deliveries', view],
    queryFn: ({ signal }) => call(endpoints.deliveries.list, { query: { view }, signal }),
    refetchInterval: 30_000,
    // The list of the morning is better than none where there is no network.
    gcTime: Infinity,
  });

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['delivery', id],
    queryFn: ({ signal }) => call(endpoints.deliveries.read, { params: { id }, signal }),
    gcTime: Infinity,
  });

/** A letter as the list knew it: enough to record what happened at the door where there is no network. */
export const fromList = (queries: QueryClient, id: string) => {
  const { queryKey } = deliveriesQuery('open');
  const letter = queries.getQueryData(queryKey)?.items.find((each) => each.id === id);
  if (letter === undefined) return {};
  return {
    initialData: { ...letter, attempts: [] } satisfies Delivery,
    initialDataUpdatedAt: queries.getQueryState(queryKey)?.dataUpdatedAt ?? 0,
  };
};
