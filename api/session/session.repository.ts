import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Config, Db } from '../parts.ts';
import { CONFIG, DATABASE } from '../parts.ts';
import type { PartyRef, Scope, SignedIn } from './signed-in.ts';
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
    await this.db
      .deleteFrom('sessions')
      .where('expires_at', '<', sql<Date>`now()`)
      .execute();
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
    const parties = await this.partiesOf(row.party_id!);
    const mayActFor = parties.map(({ scope: _, ...party }) => party);
    const person = mayActFor.find((party) => party.id === row.party_id)!;
    const actingFor = mayActFor.find((party) => party.id === row.acting_for) ?? person;
    const { scope } = parties.find((party) => party.id === actingFor.id)!;
    return {
      ...common,
      kind: 'resident',
      person,
      actingFor,
      mayActFor,
      scope: (scope as Scope[] | null) ?? everything,
    };
  }

  async close(hash: string): Promise<void> {
    await this.db.deleteFrom('sessions').where('token_hash', '=', hash).execute();
  }

  async actFor(hash: string, partyId: string): Promise<void> {
    await this.db.updateTable('sessions').set({ acting_for: partyId }).where('token_hash', '=', hash).execute();
  }

  /** The person first (with no scope: everything is theirs), then companies under a power of attorney that holds on the office's today. */
  private partiesOf(personId: string): Promise<(PartyRef & { scope: string[] | null })[]> {
    return this.db
      .selectFrom('parties as p')
      .leftJoin('powers_of_attorney as a', (join) =>
        join
          .onRef('a.company_id', '=', 'p.id')
          .on('a.person_id', '=', personId)
          .on('a.revoked_at', 'is', null)
          .on(sql<boolean>`office_today() >= a.valid_from and (a.valid_to is null or office_today() <= a.valid_to)`),
      )
      .where((eb) => eb.or([eb('p.id', '=', personId), eb('a.id', 'is not', null)]))
      .groupBy('p.id')
      .orderBy(sql`p.id <> ${personId}`)
      .orderBy('p.name')
      .select(['p.id', 'p.kind', 'p.name'])
      .select(
        sql<
          string[] | null
        >`array(select distinct unnest(b.scope) from powers_of_attorney b where b.id = any(array_agg(a.id)))`.as(
          'scope',
        ),
      )
      .execute()
      .then((rows) => rows.map((row) => (row.id === personId ? { ...row, scope: null } : row)));
  }
}

const everything: Scope[] = ['view', 'file', 'pay', 'receive'];
