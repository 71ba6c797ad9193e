import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import { inTransaction } from '#platform/database/in-transaction';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { workflowIds } from '#workflows/messages';
import { OutboxNudge } from '../outbox/outbox-nudge.ts';
import type { Config, Db } from '../parts.ts';
import { CONFIG, DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Notification } from './notification-signature.ts';
import { isSignedByGateway } from './notification-signature.ts';

type Refusal = 'signature-wrong' | 'not-found' | 'amount-wrong';

/** The gateway's word that money is there. It only wakes the payment's workflow, which asks the gateway itself before it books. */
@Injectable()
export class NotificationsService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(OutboxNudge) private readonly outbox: OutboxNudge,
  ) {}

  /** Each notification leaves a row; a right one counts once for each order, however often it comes. */
  async receive(notification: Notification): Promise<void> {
    const payment = await this.paymentOf(notification.sessionId);
    const refusal = this.refusalOf(notification, payment);
    const row = { payment_id: payment?.id ?? null, order_id: notification.orderId, body: JSON.stringify(notification) };
    if (refusal || !payment) {
      const reason = refusal ?? 'not-found';
      await this.db
        .insertInto('payment_notifications')
        .values({ ...row, accepted: false, reason })
        .execute();
      throw new ProblemError(reason);
    }
    const key = `payment/${payment.id}/notified/${notification.orderId}`;
    await inTransaction(this.db, async (trx) => {
      await trx
        .insertInto('payment_notifications')
        .values({ ...row, accepted: true, reason: null })
        .onConflict((repeat) =>
          repeat
            .columns(['payment_id', 'order_id'])
            .where(sql<boolean>`accepted`)
            .doNothing(),
        )
        .execute();
      const message: OutboxMessage = {
        type: 'signal-with-start',
        // Money may come when we gave the payment up: a new run of its workflow asks the gateway and books it.
        workflow: 'payment',
        input: { paymentId: payment.id },
        signal: 'paymentNotified',
        payload: { orderId: notification.orderId },
      };
      await tell(trx, { key, workflowId: workflowIds.payment(payment.id), message });
    });
    await this.outbox.hurry(key);
  }

  private async paymentOf(sessionId: string): Promise<{ id: string; amount: number } | null> {
    if (!z.uuid().safeParse(sessionId).success) return null;
    const found = await this.db
      .selectFrom('payments')
      .where('id', '=', sessionId)
      .select(['id', 'amount'])
      .executeTakeFirst();
    return found ?? null;
  }

  /** The signature first: a stranger learns nothing about payments and amounts. */
  private refusalOf(notification: Notification, payment: { amount: number } | null): Refusal | null {
    const { crc, merchantId, posId } = this.config.payments;
    const isOurs = notification.merchantId === merchantId && notification.posId === posId;
    if (!isOurs || !isSignedByGateway(notification, crc)) return 'signature-wrong';
    if (!payment) return 'not-found';
    return notification.amount === payment.amount && notification.currency === 'PLN' ? null : 'amount-wrong';
  }
}
