import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import { officeToday } from '#platform/office-clock';
import { bookPayment } from './book-payment.ts';
import type { PaymentGateway } from './client.ts';

type Deps = { db: Db; gateway: PaymentGateway; baseUrl: string };
type Id = { paymentId: string };
/** `verified`: the money is ours to book. */
export type Asked = 'verified' | 'returned' | 'unknown';

/** A payment through the gateway, whose session is the payment's id. Only a verification makes it paid. */
export const paymentActivities = ({ db, gateway, baseUrl }: Deps) => {
  const read = (paymentId: string) =>
    db
      .selectFrom('payments as p')
      .innerJoin('parties as by', 'by.id', 'p.paid_by')
      .selectAll('p')
      .select('by.email')
      .where('p.id', '=', paymentId)
      .executeTakeFirstOrThrow();

  const verify = async (paymentId: string, orderId: number): Promise<boolean> => {
    const payment = await read(paymentId);
    if (payment.state === 'verified' || payment.state === 'booked') return true;
    if (!(await gateway.verify({ sessionId: paymentId, orderId, amount: payment.amount }))) return false;
    await db
      .updateTable('payments')
      .set({ state: 'verified', order_id: orderId, paid_on: await officeToday(db) })
      .where('id', '=', paymentId)
      .where('state', 'not in', ['verified', 'booked'])
      .execute();
    return true;
  };

  return {
    registerPayment: async ({ paymentId }: Id): Promise<void> => {
      const payment = await read(paymentId);
      if (payment.redirect_url !== null) return;
      const { redirectUrl } = await gateway.register({
        sessionId: paymentId,
        amount: payment.amount,
        description: `Podatki lokalne, wpłata ${paymentId.slice(0, 8)}`,
        email: payment.email ?? 'brak@example.org',
        urlReturn: `${baseUrl}/konto/platnosci/${paymentId}`,
        urlStatus: `${baseUrl}/api/payments/notifications`,
      });
      await db
        .updateTable('payments')
        .set({ redirect_url: redirectUrl, state: 'redirected' })
        .where('id', '=', paymentId)
        .where('state', '=', 'created')
        .execute();
    },

    verifyPayment: ({ paymentId, orderId }: Id & { orderId: number }): Promise<boolean> => verify(paymentId, orderId),

    /** For a notification that did not come: what does the gateway know of the session? */
    askGateway: async ({ paymentId }: Id): Promise<Asked> => {
      const known = await gateway.bySession(paymentId);
      if (!known || known.status === 'none' || known.orderId === null) return 'unknown';
      if (known.status === 'returned') return 'returned';
      return (await verify(paymentId, known.orderId)) ? 'verified' : 'unknown';
    },

    bookPayment: ({ paymentId }: Id): Promise<void> => inTransaction(db, (trx) => bookPayment(trx, paymentId)),

    /** `failed` is shown, yet not final: a later success is verified and booked all the same. */
    markPayment: async ({ paymentId, state }: Id & { state: 'failed' | 'expired' }): Promise<void> => {
      await db
        .updateTable('payments')
        .set({ state })
        .where('id', '=', paymentId)
        .where('state', 'in', ['created', 'redirected', 'notified', 'failed'])
        .execute();
    },
  };
};
