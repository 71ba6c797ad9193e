import { residents, staff } from '#dev/city/people';

/** Someone who can sign in: what the page shows, and what the token says. */
export type Account = { id: string; title: string; detail: string; claims: Record<string, unknown> };

export type Directory = { system: string; title: string; byNumber: boolean; accounts: readonly Account[] };

/** The national login: a resident is known by PESEL. */
export const nationalLogin: Directory = {
  system: 'Węzeł krajowy',
  title: 'Zaloguj się do urzędu',
  byNumber: true,
  accounts: residents.map(({ pesel, givenName, familyName, birthDate, says }) => ({
    id: pesel,
    title: `${givenName} ${familyName}`,
    detail: `${says} · PESEL ${pesel}`,
    claims: {
      pesel,
      given_name: givenName,
      family_name: familyName,
      name: `${givenName} ${familyName}`,
      birthdate: birthDate,
    },
  })),
};

/** The office's directory of employees. */
export const staffDirectory: Directory = {
  system: 'Katalog pracowników urzędu',
  title: 'Zaloguj się jako pracownik',
  byNumber: false,
  accounts: staff.map(({ login, name, email, groups, roles, says }) => ({
    id: login,
    title: name,
    detail: says,
    claims: { preferred_username: login, name, email, groups, roles },
  })),
};
