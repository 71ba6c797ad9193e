import { addDays, plainDate } from '#domain/calendar/plain-date';
import { secondNoticeFrom } from '#domain/deadlines';
import type { DeliveryOutcome } from '#domain/delivery';
import { deliveryOutcome } from '#domain/delivery';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';
import { inTransaction } from '#platform/database/in-transaction';
import { officeToday } from '#platform/office-clock';
import { recordEvent } from '../cases/record-event.ts';
import { derivedId } from '../identity/derived-id.ts';
import { readLetter } from '../letters/read-letter.ts';
import { addressOf } from './address-of.ts';
import { deliveryEvent } from './delivery-events.ts';
import { endDelivery } from './end-delivery.ts';

export type Delivered = { outcome: 'delivered' | 'deemed' | 'refused'; effectiveDate: string; rule: string };
/** `checkOn`: the day on which the law gives another answer without anyone doing anything. */
export type Assessed =
  ({ status: 'ended' } & Delivered) | { status: 'returned' } | { status: 'pending'; checkOn: string | null };
type Ids = { letterId: string };

/** What the law makes of a collector's attempts; `domain/delivery` decides, the row shows it. */
export const deliveryActivities = ({ db }: { db: Db }) => ({
  /** Puts the letter on the list; a letter that came back gets a new round with the address as it is known now. */
  openDelivery: ({ letterId, channel }: Ids & { channel: 'collector' | 'electronic' }): Promise<void> =>
    inTransaction(db, async (trx) => {
      const letter = await readLetter(trx, letterId);
      const address = JSON.stringify(await addressOf(trx, letter));
      const { id: roundOf } = await trx
        .insertInto('deliveries')
        .values({
          id: derivedId('delivery', letterId),
          letter_id: letterId,
          case_id: letter.case_id,
          party_id: letter.party_id,
          channel,
          recipient_name: letter.party_name,
          address,
        })
        .onConflict((same) =>
          same
            .column('letter_id')
            .doUpdateSet((eb) => ({
              channel,
              address,
              state: 'waiting',
              created_at: new Date(),
              version: eb('deliveries.version', '+', 1),
            }))
            .where('deliveries.state', '=', 'returned'),
        )
        .returning('id')
        .executeTakeFirst()
        .then((row) => row ?? { id: null });
      if (roundOf === null || letter.case_id === null) return;
      const round = await trx
        .selectFrom('deliveries')
        .select('version')
        .where('id', '=', roundOf)
        .executeTakeFirstOrThrow();
      const key = `delivery-started/${letterId}/${round.version}`;
      await recordEvent(trx, { caseId: letter.case_id, key, kind: 'delivery-started', params: { channel } });
    }),

  assessDelivery: ({ letterId }: Ids): Promise<Assessed> =>
    inTransaction(db, async (trx) => {
      const row = await lockedDelivery(trx, letterId);
      const today = await officeToday(trx);
      const attempts = await trx
        .selectFrom('delivery_attempts')
        .select(['outcome', 'happened_on', 'recipient_relation'])
        .where('delivery_id', '=', row.id)
        .where('recorded_at', '>=', row.created_at)
        .execute();
      const events = attempts.map(({ outcome, happened_on: on, recipient_relation: relation }) =>
        deliveryEvent({ outcome, on: plainDate(on), relation }),
      );
      const result = deliveryOutcome(events, today);
      if (result.outcome === 'returned') {
        await update(trx, row.id, { state: 'returned' });
        const params = { reason: 'address-wrong' as const };
        const key = `delivery-failed/${letterId}/${row.version}`;
        if (row.case_id) await recordEvent(trx, { caseId: row.case_id, key, kind: 'delivery-failed', params });
        return { status: 'returned' };
      }
      if (result.outcome === 'pending') {
        await showNotices(trx, row, result);
        return { status: 'pending', checkOn: result.next === 'visit' ? null : addDays(result.fiction, 1) };
      }
      const { date, rule } = result.effectiveDelivery;
      return endDelivery(trx, { letterId, outcome: result.outcome, effectiveDate: date, rule });
    }),

  endElectronicDelivery: (input: Ids & Delivered): Promise<Assessed> =>
    inTransaction(db, (trx) => endDelivery(trx, input)),

  failElectronicDelivery: ({ letterId }: Ids): Promise<void> =>
    inTransaction(db, async (trx) => update(trx, (await lockedDelivery(trx, letterId)).id, { state: 'returned' })),

  recallDelivery: ({ letterId, reason }: Ids & { reason: string }): Promise<void> =>
    inTransaction(db, async (trx) => {
      const row = await lockedDelivery(trx, letterId);
      await update(trx, row.id, { state: 'recalled' });
      const key = `delivery-recalled/${letterId}`;
      if (row.case_id)
        await recordEvent(trx, { caseId: row.case_id, key, kind: 'delivery-recalled', params: { reason } });
    }),
});

const lockedDelivery = (trx: Trx, letterId: string) =>
  trx.selectFrom('deliveries').selectAll().where('letter_id', '=', letterId).forUpdate().executeTakeFirstOrThrow();

type Row = Awaited<ReturnType<typeof lockedDelivery>>;
type Pending = Extract<DeliveryOutcome, { outcome: 'pending' }>;

const update = async (trx: Trx, id: string, values: Partial<Omit<Row, 'address' | 'created_at'>>): Promise<void> => {
  await trx.updateTable('deliveries').set(values).where('id', '=', id).execute();
};

/** The notices that stand, and what comes when; void notices are taken off. */
const showNotices = async (trx: Trx, row: Row, result: Pending): Promise<void> => {
  if (result.next === 'visit') {
    return update(trx, row.id, { state: 'waiting', first_notice_on: null, second_notice_from: null, deemed_on: null });
  }
  const isSecond = result.next === 'fiction';
  // The fiction stands 14 days after the first notice (Ordynacja podatkowa, art. 150 § 4).
  const firstOn = addDays(result.fiction, -14);
  await update(trx, row.id, {
    state: isSecond ? 'second-notice' : 'first-notice',
    first_notice_on: firstOn,
    second_notice_from: secondNoticeFrom(firstOn),
    deemed_on: result.fiction,
  });
  if (row.case_id === null) return;
  const number = isSecond ? (2 as const) : (1 as const);
  const key = `notice-left/${row.letter_id}/${firstOn}/${number}`;
  await recordEvent(trx, {
    caseId: row.case_id,
    key,
    kind: 'notice-left',
    params: { number, deemedOn: result.fiction },
  });
};
