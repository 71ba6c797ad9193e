import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Session } from '#api/contracts/session';
import { call } from '../api/client.ts';
import { csrf } from '../api/csrf.ts';
import { endpoints } from '../api/endpoints.ts';

export type ResidentSession = Extract<Session, { kind: 'resident' }>;
export type StaffSession = Extract<Session, { kind: 'staff' }>;

/** Takes the session's token for the writes that follow. */
export const keepToken = (session: Session): Session => {
  csrf.set(session.kind === 'none' ? null : session.csrfToken);
  return session;
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => keepToken(await call(endpoints.session.read, {})),
  staleTime: 60_000,
});

/** Who is signed in; undefined until the first answer. */
export const useSession = (): Session | undefined => useQuery(sessionQuery).data;

/** Where a browser goes to sign in, and comes back from to the same page. */
export const signInAddress = (kind: 'resident' | 'staff', returnTo: string): string =>
  `/api/login/${kind}?returnTo=${encodeURIComponent(returnTo)}`;
