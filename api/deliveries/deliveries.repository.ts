import type { Trx } from '#platform/database/in-transaction';
import type { Db } from '../parts.ts';

const open = ['waiting', 'first-notice', 'second-notice'] as const;

const deliveries = (db: Db | Trx) =>
  db
    .selectFrom('deliveries as d')
    .innerJoin('letters as l', 'l.id', 'd.letter_id')
    .selectAll('d')
    .select(['l.title as letter_title', 'l.register_number'])
    .where('d.channel', '=', 'collector');

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];

/** What is to be carried, oldest first; or what was ended, newest first. */
export const listDeliveries = (db: Db, view: 'open' | 'done') =>
  view === 'open'
    ? deliveries(db).where('d.state', 'in', open).orderBy('d.created_at').orderBy('d.id').limit(500).execute()
    : deliveries(db)
        .where('d.state', 'not in', open)
        .orderBy('d.created_at', 'desc')
        .orderBy('d.id')
        .limit(100)
        .execute();

/** One delivery; `lock` lets attempts of two handhelds come one after the other. */
export const findDelivery = (db: Db | Trx, id: string, lock = false): Promise<DeliveryRow | undefined> => {
  const query = deliveries(db).where('d.id', '=', id);
  return (lock ? query.forUpdate(['d']) : query).executeTakeFirst();
};

export const attemptsOf = (db: Db | Trx, deliveryId: string) =>
  db
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('happened_at')
    .orderBy('id')
    .execute();

export const findAttempt = (db: Db | Trx, id: string) =>
  db.selectFrom('delivery_attempts').select(['id', 'delivery_id']).where('id', '=', id).executeTakeFirst();
