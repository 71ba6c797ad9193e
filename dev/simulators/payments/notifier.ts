import { signatureOf } from './signature.ts';
import type { PaymentLedger, Transaction } from './ledger.ts';

export type Merchant = { merchantId: number; posId: number; crc: string; apiKey: string };

/** The operator repeats a notification after these many minutes; here a minute lasts `unit` milliseconds. */
const repeats = [3, 5, 15, 30, 60, 150, 450];

const bodyOf = (merchant: Merchant, transaction: Transaction): Record<string, string | number> => {
  const isFirst = transaction.attempts === 1;
  const amount = transaction.amount + (isFirst && transaction.fault === 'wrong-amount' ? 100 : 0);
  const { sessionId, currency, orderId, methodId, statement } = transaction;
  const { merchantId, posId, crc } = merchant;
  const fields = { merchantId, posId, sessionId, amount, originAmount: amount, currency, orderId, methodId, statement };
  const isForged = isFirst && transaction.fault === 'wrong-signature';
  return { ...fields, sign: signatureOf('notification', { ...fields, crc: isForged ? 'not-the-secret' : crc }) };
};

/** Sends the notifications that are owed, and repeats each until the merchant answers 200 or the repeats are over. */
export const paymentNotifier = (ledger: PaymentLedger, merchant: Merchant, unit = 1000) => {
  const post = async (url: string, body: unknown): Promise<boolean> => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      return answer.status === 200;
    } catch {
      return false;
    }
  };

  const notify = async (transaction: Transaction): Promise<void> => {
    transaction.attempts += 1;
    delete transaction.notifyAt;
    const body = bodyOf(merchant, transaction);
    const times = transaction.attempts === 1 && transaction.fault === 'doubled' ? 5 : 1;
    const answers = await Promise.all(Array.from({ length: times }, () => post(transaction.urlStatus, body)));
    const pause = repeats[transaction.attempts - 1];
    if (!answers.every(Boolean) && transaction.status === 1 && pause) transaction.notifyAt = Date.now() + pause * unit;
    ledger.save();
  };

  /** A held notification goes out behind that of a later payment, or alone after a minute. */
  const isHeld = (transaction: Transaction, now: number): boolean =>
    transaction.fault === 'out-of-order' &&
    transaction.attempts === 0 &&
    now < transaction.notifyAt! + 60_000 &&
    !ledger.state.transactions.some(({ orderId, attempts }) => orderId > transaction.orderId && attempts > 0);

  let isBusy = false;
  const tick = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    const now = Date.now();
    for (const transaction of ledger.state.transactions) {
      if (transaction.paysAt !== undefined && transaction.paysAt <= now) ledger.pay(transaction, now);
    }
    const owed = ledger.state.transactions.filter(
      (transaction) => transaction.notifyAt !== undefined && transaction.notifyAt <= now && !isHeld(transaction, now),
    );
    await Promise.all(owed.map(notify)).finally(() => (isBusy = false));
  };
  const clock = setInterval(() => void tick(), 100);
  return { stop: () => clearInterval(clock) };
};
