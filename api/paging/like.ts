import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** Whether one of the texts holds the words as they are typed, whatever their diacritics and case. */
export const holdsText = (texts: RawBuilder<unknown>, q: string | undefined) => {
  const wanted = q?.trim().replace(/[\\%_]/g, '\\$&');
  return wanted
    ? sql<boolean>`unaccent(lower(${texts})) like '%' || unaccent(lower(${wanted})) || '%'`
    : sql<boolean>`true`;
};
