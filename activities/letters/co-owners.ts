import { z } from 'zod';
import type { Variables } from '#engine/contract';

const page = z.object({
  people: z.array(
    z.object({ givenName: z.string().optional(), familyName: z.string().optional(), name: z.string().optional() }),
  ),
});

/** Names of those who owe jointly, from annex ZIN-3 (u.p.o.l. art. 3 ust. 4); none when the taxpayer named none. */
export const coOwnersOf = (answers: Variables): string[] => {
  const parsed = page.safeParse(answers.coOwners);
  if (!parsed.success) return [];
  return parsed.data.people
    .map(({ name, givenName, familyName }) => name ?? [givenName, familyName].filter(Boolean).join(' '))
    .filter((name) => name !== '');
};
