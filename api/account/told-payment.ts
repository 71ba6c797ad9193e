import type { Answer } from '../contract.ts';
import type { accountRoutes } from '../contracts/account.ts';

type Payment = Answer<typeof accountRoutes.payment>;

/** A payment as the pages see it. */
export const toldPayment = (row: Omit<Payment, 'createdAt'> & { createdAt: Date }): Payment => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});
