import type { Attempt } from './queries.ts';

/** An attempt that the office has not confirmed. Its id was made here, so however often it is sent, it is one attempt. */
export type PendingAttempt = {
  deliveryId: string;
  recipientName: string;
  attempt: Attempt;
  /** Until then it can be taken back (epoch milliseconds). */
  sendAt: number;
  /** Why the office refused it; null while it was not refused. */
  refusal: string | null;
};

/** How long an attempt waits before it is sent. */
export const undoMs = 10_000;

/** What the handheld keeps until it is sent, apart for each collector: nobody sends under another's name. */
export const pendingAttempts = (collectorId: string) => {
  const key = `attempts:${collectorId}`;
  const listeners = pendingListeners;
  const read = (): string => localStorage.getItem(key) ?? '[]';
  const all = (): PendingAttempt[] => {
    try {
      return JSON.parse(read()) as PendingAttempt[];
    } catch {
      return [];
    }
  };
  const write = (next: PendingAttempt[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    listeners.forEach((hear) => hear());
  };
  return {
    read,
    all,
    add: (pending: PendingAttempt): void => write([...all(), pending]),
    remove: (id: string): void => write(all().filter(({ attempt }) => attempt.id !== id)),
    change: (id: string, change: Partial<PendingAttempt>): void =>
      write(all().map((pending) => (pending.attempt.id === id ? { ...pending, ...change } : pending))),
    subscribe: (hear: () => void): (() => void) => {
      listeners.add(hear);
      window.addEventListener('storage', hear);
      return () => {
        listeners.delete(hear);
        window.removeEventListener('storage', hear);
      };
    },
  };
};

const pendingListeners = new Set<() => void>();
