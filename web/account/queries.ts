import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';

export const accountQuery = queryOptions({
  queryKey: ['my', 'account'],
  queryFn: ({ signal }) => call(endpoints.account.read, { signal }),
});

const settled = new Set(['booked', 'expired']);

/** A payment, asked again until it is settled; “failed” is not final, because a bank may still say otherwise. */
export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['my', 'payment', id],
    queryFn: ({ signal }) => call(endpoints.account.payment, { params: { id }, signal }),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      if (state !== undefined && settled.has(state)) return false;
      return state === 'failed' ? 10_000 : 2_000;
    },
  });
