import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import { ApiProblem } from '../api/problem.ts';
import { pendingAttempts } from './pending-attempts.ts';

/** A refusal is the office's answer; a lost connection, an ended session or a fault of the office is not: it is asked again. */
const isRefusal = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && [400, 404, 409, 413, 422].includes(error.status);

/** Sends what waits on the handheld: one at a time in the order of recording, again every few seconds and when the network returns. */
export const useSender = (collectorId: string): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const store = pendingAttempts(collectorId);
    let isSending = false;
    const send = async (): Promise<void> => {
      if (isSending || !navigator.onLine) return;
      isSending = true;
      try {
        for (const { deliveryId, attempt, sendAt, refusal } of store.all()) {
          if (refusal !== null || sendAt > Date.now()) continue;
          try {
            await call(endpoints.deliveries.record, {
              params: { id: deliveryId },
              body: attempt,
              idempotencyKey: attempt.id,
            });
            store.remove(attempt.id);
            await queries.invalidateQueries({ queryKey: ['deliveries'] });
            await queries.invalidateQueries({ queryKey: ['delivery', deliveryId] });
          } catch (error) {
            if (!isRefusal(error)) break;
            store.change(attempt.id, { refusal: error.message });
          }
        }
      } finally {
        isSending = false;
      }
    };
    const sendSoon = (): void => void send();
    const timer = setInterval(sendSoon, 2_000);
    window.addEventListener('online', sendSoon);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sendSoon);
    };
  }, [collectorId, queries]);
};
