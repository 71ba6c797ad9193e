import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Config, Db } from '../parts.ts';
import { CONFIG, DATABASE } from '../parts.ts';
import type { PartyRef, SignedIn } from './signed-in.ts';
import { newToken, tokenHash } from './token.ts';

type NewSession = { kind: 'resident'; personId: string } | { kind: 'staff'; staffId: string };

/** Sessions in Postgres; a power of attorney that was revoked or ran out ends acting for the company at the next request. */
@Injectable()
export class SessionRepository {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session and gives the token for the cookie; ended sessions are swept on the way. */
  async open(session: NewSession): Promise<string> {
    const token = newToken();
    await this.db.deleteFrom('sessions').where('expires_at', '<', sql<Date>`now()`).execute();
    await this.db
      .insertInto('sessions')
      .values({
        token_hash: tokenHash(token),
        kind: session.kind,
        party_id: session.kind === 'resident' ? session.personId : null,
        staff_id: session.kind === 'staff' ? session.staffId : null,
        acting_for: session.kind === 'resident' ? session.personId : null,
        csrf_token: newToken(),
        expires_at: sql<Date>`now() + ${this.config.session.hours} * interval '1 hour'`,
      })
      .execute();
    return token;
  }

  async find(token: string): Promise<SignedIn | null> {
    const row = await this.db
      .selectFrom('sessions as s')
      .leftJoin('staff', 'staff.id', 's.staff_id')
      .where('s.token_hash', '=', tokenHash(token))
      .where('s.expires_at', '>', sql<Date>`now()`)
      .select(['s.token_hash', 's.kind', 's.party_id', 's.acting_for', 's.csrf_token'])
      .select(['staff.id', 'staff.login', 'staff.name', 'staff.roles', 'staff.groups'])
      .executeTakeFirst();
    if (!row) return null;
    const common = { tokenHash: row.token_hash, csrfToken: row.csrf_token };
    if (row.kind === 'staff')
      return {
        ...common,
        kind: 'staff',
        staff: { id: row.id!, login: row.login!, name: row.name!, roles: row.roles!, groups: row.groups! },
      };
    const mayActFor = await this.mayActFor(row.party_id!);
    const person = mayActFor.find((party) => party.id === row.party_id)!;
    const actingFor = mayActFor.find((party) => party.id === row.acting_for) ?? person;
    return { ...common, kind: 'resident', person, actingFor, mayActFor };
  }

  async close(hash: string): Promise<void> {
    await this.db.deleteFrom('sessions').where('token_hash', '=', hash).execute();
  }

  async actFor(hash: string, partyId: string): Promise<void> {
    await this.db.updateTable('sessions').set({ acting_for: partyId }).where('token_hash', '=', hash).execute();
  }

  /** The person first, then companies under a power of attorney that holds on the office's today. */
  private mayActFor(personId: string): Promise<PartyRef[]> {
    return this.db
      .selectFrom('parties as p')
      .where((eb) =>
        eb.or([
          eb('p.id', '=', personId),
          eb.exists(
            eb
              .selectFrom('powers_of_attorney as a')
              .whereRef('a.company_id', '=', 'p.id')
              .where('a.person_id', '=', personId)
              .where('a.revoked_at', 'is', null)
              .where(sql<boolean>`office_today() >= a.valid_from and (a.valid_to is null or office_today() <= a.valid_to)`)
              .select('a.id'),
          ),
        ]),
      )
      .orderBy(sql`p.id <> ${personId}`)
      .orderBy('p.name')
      .select(['p.id', 'p.kind', 'p.name'])
      .execute();
  }
}
