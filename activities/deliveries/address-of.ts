import { z } from 'zod';
import type { Db } from '#platform/database/database';
import type { Trx } from '#platform/database/in-transaction';

const optional = z.string().nullish();
/** Addresses as forms and as registers write them. */
const known = z.object({
  street: optional,
  house: optional,
  houseNumber: optional,
  flat: optional,
  flatNumber: optional,
  postcode: optional,
  postalCode: optional,
  city: optional,
});

export type LetterAddress = { street: string; house: string; flat?: string; postcode: string; city: string };

const letterAddress = (input: unknown): LetterAddress | undefined => {
  const parsed = known.safeParse(input);
  if (!parsed.success || !parsed.data.city) return undefined;
  const { street, house, houseNumber, flat, flatNumber, postcode, postalCode, city } = parsed.data;
  const flatOf = flat ?? flatNumber;
  return {
    street: street ?? city,
    house: house ?? houseNumber ?? '',
    ...(flatOf ? { flat: flatOf } : {}),
    postcode: postcode ?? postalCode ?? '',
    city,
  };
};

type Addressee = { case_id: string | null; party_address: unknown };

/** Where a letter goes: the address that a clerk found last, else the one the taxpayer gave for letters, else the party's own. */
export const addressOf = async (
  db: Db | Trx,
  { case_id: caseId, party_address: own }: Addressee,
): Promise<LetterAddress> => {
  const found = caseId === null ? [] : [await foundByClerk(db, caseId), await givenInForm(db, caseId)];
  const address = [...found, own].map(letterAddress).find((candidate) => candidate !== undefined);
  return address ?? { street: '', house: '', postcode: '', city: '' };
};

const foundByClerk = async (db: Db | Trx, caseId: string): Promise<unknown> => {
  const task = await db
    .selectFrom('tasks')
    .select('answers')
    .where('case_id', '=', caseId)
    .where('form', '=', 'address')
    .where('status', '=', 'completed')
    .orderBy('completed_at', 'desc')
    .executeTakeFirst();
  return task?.answers;
};

const givenInForm = async (db: Db | Trx, caseId: string): Promise<unknown> => {
  const filed = await db.selectFrom('submissions').select('answers').where('case_id', '=', caseId).executeTakeFirst();
  const taxpayer = (filed?.answers as { taxpayer?: Record<string, unknown> } | undefined)?.taxpayer;
  return taxpayer?.otherDelivery === true ? taxpayer.deliveryAddress : taxpayer?.address;
};
