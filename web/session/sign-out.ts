import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import { queryClient } from '../api/query-client.ts';

/** Ends the session here, then lets the browser end it at the login as well. Drafts kept in the browser go too. */
export const signOut = async (): Promise<void> => {
  const { redirectTo } = await call(endpoints.session.signOut, { body: {} });
  for (const key of Object.keys(localStorage)) if (key.startsWith('draft:')) localStorage.removeItem(key);
  queryClient.clear();
  location.assign(redirectTo);
};
