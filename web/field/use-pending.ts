import { useMemo, useSyncExternalStore } from 'react';
import { pendingAttempts, type PendingAttempt } from './pending-attempts.ts';

/** The attempts that wait on this handheld, and the store that holds them. */
export const usePending = (collectorId: string) => {
  const store = useMemo(() => pendingAttempts(collectorId), [collectorId]);
  const text = useSyncExternalStore(store.subscribe, store.read);
  const pending = useMemo<PendingAttempt[]>(() => {
    void text;
    return store.all();
  }, [store, text]);
  return { pending, store };
};
