import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import { keepToken, sessionQuery } from './use-session.ts';

/** Changes for whom the resident acts; everything read for the former party is forgotten. */
export const useActFor = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (partyId: string) => keepToken(await call(endpoints.session.actFor, { body: { partyId } })),
    onSuccess: async (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      await queries.resetQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
  });
};
