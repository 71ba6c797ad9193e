import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

export const pageSize = 25;

/** A date, a moment or Postgres' `infinity`, and an identifier: nothing that Postgres could stumble over. */
const moment = z
  .string()
  .refine((text) => text === 'infinity' || (text.length <= 40 && !Number.isNaN(Date.parse(text))));
const place = z.tuple([moment, z.uuid()]);

/** Where a page ended: the text of the sorting column and the row's id. Opaque to callers. */
export const cursorOf = (sortedBy: string, id: string): string =>
  Buffer.from(JSON.stringify([sortedBy, id])).toString('base64url');

/** Reads a cursor; one that we did not make is the caller's mistake, not an error of ours. */
export const readCursor = (cursor: string | undefined): [sortedBy: string, id: string] | null => {
  if (cursor === undefined) return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError('invalid-request', { errors: [{ pointer: '/after', code: 'invalid_format' }] });
  }
};

type Sorted = { id: string; sorted_by: string };

/** Cuts one row more than fits off a page, and makes the cursor of the next page of it. */
export const toPage = <Row extends Sorted>(rows: Row[]): { rows: Row[]; next: string | null } => {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > pageSize && last ? cursorOf(last.sorted_by, last.id) : null };
};

/** Rows after the cursor, newest first: `(at, id) < (…)` on an index of both. */
export const olderThan = (at: string, id: string, cursor: string | undefined): RawBuilder<boolean> => {
  const from = readCursor(cursor);
  if (!from) return sql<boolean>`true`;
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${from[0]}::timestamptz, ${from[1]}::uuid)`;
};
