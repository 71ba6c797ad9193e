import { z } from 'zod';
import { empty, id } from './basics.ts';
import { route } from './route.ts';

const party = z.object({ id, kind: z.enum(['person', 'company']), name: z.string() });

export const session = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), demo: z.boolean(), office: z.object({ name: z.string(), today: z.iso.date() }) }),
  z.object({
    kind: z.literal('resident'),
    demo: z.boolean(),
    office: z.object({ name: z.string(), today: z.iso.date() }),
    csrfToken: z.string(),
    person: party,
    /** Whom the resident acts for now, and whom they may choose: themselves and companies under a power of attorney. */
    actingFor: party,
    mayActFor: z.array(party),
  }),
  z.object({
    kind: z.literal('staff'),
    demo: z.boolean(),
    office: z.object({ name: z.string(), today: z.iso.date() }),
    csrfToken: z.string(),
    staff: z.object({
      id,
      login: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      groups: z.array(z.string()),
    }),
  }),
]);
export type Session = z.infer<typeof session>;

/** Browsers navigate to these two; they answer with redirects. `GET /api/login/resident|staff?returnTo=/…`, `GET /api/login/callback`. */
export const sessionRoutes = {
  read: route({ method: 'GET', path: '/session', summary: 'Who is signed in', who: 'anyone', response: session }),
  actFor: route({
    method: 'PUT',
    path: '/session/acting-for',
    summary: 'Choose for whom to act',
    who: 'resident',
    body: z.object({ partyId: id }),
    response: session,
    problems: ['not-authorised'],
  }),
  signOut: route({
    method: 'POST',
    path: '/session/sign-out',
    summary: 'End the session; the answer says where the browser must go to end it at the login as well',
    who: 'anyone',
    body: empty,
    response: z.object({ redirectTo: z.string() }),
  }),
};
