import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { parsePesel } from '#domain/identifiers/pesel';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

const residentClaims = z.object({ pesel: z.string(), given_name: z.string().min(1), family_name: z.string().min(1) });
const staffClaims = z.object({
  preferred_username: z.string().min(1),
  name: z.string().min(1),
  roles: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
});

/** Who stands behind the claims of a login system. */
@Injectable()
export class PeopleRepository {
  constructor(@Inject(DATABASE) private readonly db: Db) {}

  /** The person with that PESEL, begun at their first sign-in; names follow the national register. */
  async resident(claims: unknown): Promise<string> {
    const parsed = residentClaims.safeParse(claims);
    const pesel = parsed.success ? parsePesel(parsed.data.pesel) : null;
    if (!parsed.success || !pesel?.ok) throw new ProblemError('sign-in-failed');
    const { given_name, family_name } = parsed.data;
    const names = { given_name, family_name, name: `${given_name} ${family_name}` };
    const row = await this.db
      .insertInto('parties')
      .values({ kind: 'person', pesel: pesel.value, birth_date: pesel.birthDate, ...names })
      .onConflict((conflict) => conflict.column('pesel').doUpdateSet(names))
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  }

  /** The employee with that login; roles and groups follow the directory. A login that the office does not know stays outside. */
  async staff(claims: unknown): Promise<string> {
    const parsed = staffClaims.safeParse(claims);
    if (!parsed.success) throw new ProblemError('sign-in-failed');
    const { preferred_username: login, name, roles, groups } = parsed.data;
    const row = await this.db
      .updateTable('staff')
      .set({ name, roles, groups })
      .where('login', '=', login)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw new ProblemError('not-authorised');
    return row.id;
  }
}
