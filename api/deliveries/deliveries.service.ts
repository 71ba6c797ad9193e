import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { warsawDate } from '#domain/calendar/warsaw';
import { writeAudit } from '#platform/audit';
import { inTransaction } from '#platform/database/in-transaction';
import type { Trx } from '#platform/database/in-transaction';
import { officeClock } from '#platform/office-clock';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { workflowIds } from '#workflows/messages';
import type { Answer } from '../contract.ts';
import type { deliveriesRoutes } from '../contracts/deliveries.ts';
import { OutboxNudge } from '../outbox/outbox-nudge.ts';
import type { Db, FileStore } from '../parts.ts';
import { DATABASE, FILES } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { StaffSession } from '../session/signed-in.ts';
import { actorOf } from '../session/signed-in.ts';
import { checkAttempt, officeMoment, signatureBytes } from './attempt-rules.ts';
import type { Attempt } from './attempt-rules.ts';
import { attemptsOf, findAttempt, findDelivery, listDeliveries } from './deliveries.repository.ts';
import type { DeliveryRow } from './deliveries.repository.ts';

type Delivery = Answer<typeof deliveriesRoutes.record>;

/** The collector's list. What an attempt means is the workflow's to say: here it is only recorded, once. */
@Injectable()
export class DeliveriesService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(FILES) private readonly files: FileStore,
    @Inject(OutboxNudge) private readonly outbox: OutboxNudge,
  ) {}

  async list(view: 'open' | 'done'): Promise<Answer<typeof deliveriesRoutes.list>> {
    return { items: (await listDeliveries(this.db, view)).map(told) };
  }

  async read(id: string): Promise<Answer<typeof deliveriesRoutes.read>> {
    const delivery = await findDelivery(this.db, id);
    if (!delivery) throw new ProblemError('not-found');
    const attempts = (await attemptsOf(this.db, id)).map((row) => ({
      id: row.id,
      outcome: row.outcome,
      happenedAt: row.happened_at.toISOString(),
      ...(row.recipient_name && { recipientName: row.recipient_name }),
      ...(row.recipient_relation && { recipientRelation: row.recipient_relation as Attempt['recipientRelation'] }),
      ...(row.notice_place && { noticePlace: row.notice_place as Attempt['noticePlace'] }),
      ...(row.reason && { reason: row.reason }),
    }));
    return { ...told(delivery), attempts };
  }

  async record(session: StaffSession, deliveryId: string, attempt: Attempt): Promise<Delivery> {
    const signature = attempt.signature ? signatureBytes(attempt.signature) : null;
    await inTransaction(this.db, (trx) => this.keep(trx, session, { deliveryId, attempt, signature }));
    await this.outbox.hurry(attemptKey(attempt.id));
    return told((await findDelivery(this.db, deliveryId))!);
  }

  private async keep(
    trx: Trx,
    session: StaffSession,
    { deliveryId, attempt, signature }: { deliveryId: string; attempt: Attempt; signature: Buffer | null },
  ): Promise<void> {
    const delivery = await findDelivery(trx, deliveryId, true);
    if (!delivery) throw new ProblemError('not-found');
    const before = await findAttempt(trx, attempt.id);
    // Sent again after a lost answer: it is recorded.
    if (before?.delivery_id === deliveryId) return;
    if (before) throw new ProblemError('not-found');
    const clock = await officeClock(trx);
    const happenedAt = officeMoment(attempt.happenedAt, clock);
    const happenedOn = warsawDate(happenedAt.getTime());
    checkAttempt(delivery, attempt, happenedOn);
    await trx
      .insertInto('delivery_attempts')
      .values({
        id: attempt.id,
        delivery_id: deliveryId,
        outcome: attempt.outcome,
        happened_at: happenedAt,
        happened_on: happenedOn,
        recipient_name: attempt.recipientName ?? null,
        recipient_relation: attempt.recipientRelation ?? null,
        notice_place: attempt.noticePlace ?? null,
        reason: attempt.reason ?? null,
        signature_file_id: signature && (await this.keepSignature(trx, delivery, signature)),
        collector_id: session.staff.id,
      })
      .execute();
    const message: OutboxMessage = { type: 'signal', signal: 'deliveryAttempted', payload: { attemptId: attempt.id } };
    const workflowId = workflowIds.collectorDelivery(delivery.letter_id);
    await tell(trx, { key: attemptKey(attempt.id), workflowId, message });
    await writeAudit(trx, {
      actor: actorOf(session),
      action: 'delivery.attempted',
      subject: { type: 'delivery', id: deliveryId },
      details: { attemptId: attempt.id, outcome: attempt.outcome, on: happenedOn },
    });
  }

  private async keepSignature(trx: Trx, delivery: DeliveryRow, signature: Buffer): Promise<string> {
    const id = randomUUID();
    const storageKey = `signatures/${id}.png`;
    await this.files.put(storageKey, signature);
    await trx
      .insertInto('files')
      .values({
        id,
        party_id: delivery.party_id,
        case_id: delivery.case_id,
        purpose: 'signature',
        name: 'podpis.png',
        media_type: 'image/png',
        size: signature.length,
        sha256: createHash('sha256').update(signature).digest('hex'),
        storage_key: storageKey,
      })
      .execute();
    return id;
  }
}

const attemptKey = (id: string): string => `delivery-attempt/${id}`;

const told = (row: DeliveryRow): Delivery => ({
  id: row.id,
  letterId: row.letter_id,
  letterTitle: row.letter_title,
  registerNumber: row.register_number,
  recipientName: row.recipient_name,
  address: row.address as Delivery['address'],
  state: row.state,
  firstNoticeOn: row.first_notice_on,
  secondNoticeFrom: row.second_notice_from,
  deemedOn: row.deemed_on,
  effectiveOn: row.effective_on,
  version: row.version,
});
