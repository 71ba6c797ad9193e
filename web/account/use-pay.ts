import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';

/**
 * Begins a payment and goes to the gateway; while the gateway is slow, the payment's own page waits for its address.
 * Pressing again after a lost connection is the same payment: the key belongs to what was chosen.
 */
export const usePay = () => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: (instalmentIds: string[]) => {
      const chosen = instalmentIds.join();
      const idempotencyKey = keys.current.get(chosen) ?? crypto.randomUUID();
      keys.current.set(chosen, idempotencyKey);
      return call(endpoints.account.pay, { body: { instalmentIds }, idempotencyKey });
    },
    onSuccess: async (payment) => {
      keys.current.clear();
      if (payment.redirectUrl !== null) return location.assign(payment.redirectUrl);
      await queries.invalidateQueries({ queryKey: ['my', 'account'] });
      await navigate({ to: '/konto/platnosci/$id', params: { id: payment.id }, search: { nowa: true } });
    },
  });
};
