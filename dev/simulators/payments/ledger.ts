import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { stateFile } from '../state-file.ts';

export type PaymentFault = 'late' | 'doubled' | 'lost' | 'wrong-amount' | 'wrong-signature' | 'out-of-order';

/** One registered payment. `status` is the operator's: 0 none, 1 paid and not verified, 2 verified, 3 returned. */
export type Transaction = {
  token: string;
  sessionId: string;
  amount: number;
  currency: string;
  description: string;
  email: string;
  urlReturn: string;
  urlStatus: string;
  status: 0 | 1 | 2 | 3;
  orderId: number;
  methodId: number;
  statement: string;
  /** The payer's last choice on the operator's page. */
  choice?: 'pay' | 'reject' | 'later';
  fault?: PaymentFault;
  attempts: number;
  /** When the notification goes out (again), in milliseconds; absent when none is owed. */
  notifyAt?: number;
  /** When a transfer that the payer promised arrives. */
  paysAt?: number;
};

type Order = Pick<
  Transaction,
  'sessionId' | 'amount' | 'currency' | 'description' | 'email' | 'urlReturn' | 'urlStatus'
>;

type State = { nextOrder: number; transactions: Transaction[]; faults: { kind: PaymentFault; next: number } | null };

export type PaymentLedger = ReturnType<typeof paymentLedger>;

/** What the operator remembers. */
export const paymentLedger = (folder: string) => {
  const { state, save } = stateFile<State>(join(folder, 'payments.json'), {
    nextOrder: 900_000_001,
    transactions: [],
    faults: null,
  });
  const find = (name: 'token' | 'sessionId', value: unknown) =>
    state.transactions.find((transaction) => transaction[name] === value);

  return {
    state,
    save,
    byToken: (token: unknown) => find('token', token),
    bySession: (sessionId: unknown) => find('sessionId', sessionId),
    register: ({ sessionId, amount, currency, description, email, urlReturn, urlStatus }: Order) => {
      const orderId = state.nextOrder++;
      const statement = `p24-${randomBytes(2).toString('hex').toUpperCase()}-${orderId % 1000}`;
      const transaction: Transaction = {
        ...{ sessionId, amount, currency, description, email, urlReturn, urlStatus },
        token: randomBytes(18).toString('hex').toUpperCase(),
        status: 0,
        orderId,
        methodId: 154,
        statement,
        attempts: 0,
      };
      state.transactions.push(transaction);
      save();
      return transaction;
    },
    /** The payer paid: money is there, and the merchant is owed a notification. */
    pay: (transaction: Transaction, notifyAt: number) => {
      if (transaction.status !== 0) return;
      transaction.status = 1;
      if (state.faults) {
        transaction.fault = state.faults.kind;
        state.faults.next -= 1;
        if (state.faults.next <= 0) state.faults = null;
      }
      if (transaction.fault !== 'lost') transaction.notifyAt = notifyAt + (transaction.fault === 'late' ? 30_000 : 0);
      delete transaction.paysAt;
      save();
    },
    payLater: (transaction: Transaction, paysAt: number) => {
      if (transaction.status !== 0) return;
      transaction.paysAt = paysAt;
      save();
    },
  };
};
