import { residents, staff } from '../city/people.ts';
import type { Settings } from './settings.ts';

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .join('\n');
};

type Facts = { baseUrl: string; ports: Settings['ports']; logs: string };

/** What a stranger needs next: the address, who one can be, and where to look when something is wrong. */
export const welcome = ({ baseUrl, ports, logs }: Facts): string =>
  [
    '',
    `e-Urząd is open at ${baseUrl}`,
    '',
    'Residents (choose one at sign-in; there are no passwords):',
    table(
      residents.map(({ givenName, familyName, pesel, says }) => [`${givenName} ${familyName}`, `PESEL ${pesel}`, says]),
    ),
    '',
    `Staff (at ${baseUrl}/urzad):`,
    table(staff.map(({ name, login, says }) => [name, login, says])),
    '',
    `Mail that the office sends: http://localhost:${ports.simulators}/mail    e-Delivery boxes: http://localhost:${ports.simulators}/edelivery/box`,
    `Temporal: http://localhost:${ports.temporalPages}`,
    `Logs: ${logs}    Ctrl-C stops everything.`,
  ].join('\n');
