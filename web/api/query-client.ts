import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** Server state. A refusal is final; the client has already repeated what a lost connection spoiled. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => !(error instanceof ApiProblem) && count < 1 },
    mutations: { retry: false },
  },
});
