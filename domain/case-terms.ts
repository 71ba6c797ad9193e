import type { PlainDate } from './calendar/plain-date.ts';
import { endOfDays, endOfMonths } from './deadlines.ts';

export type Term =
  { readonly days: number; readonly basis: string } | { readonly months: number; readonly basis: string };

/** How long the office, or a party, has for each matter; counted from the filing, the call or the delivery. */
export const terms = {
  'tax-case': { months: 1, basis: 'Ordynacja podatkowa art. 139 § 1' },
  'tax-case-complex': { months: 2, basis: 'Ordynacja podatkowa art. 139 § 1' },
  'tax-appeal': { months: 2, basis: 'Ordynacja podatkowa art. 139 § 3' },
  'tax-appeal-with-hearing': { months: 3, basis: 'Ordynacja podatkowa art. 139 § 3' },
  'administrative-case': { months: 1, basis: 'KPA art. 35 § 3' },
  'administrative-case-complex': { months: 2, basis: 'KPA art. 35 § 3' },
  'administrative-appeal': { months: 1, basis: 'KPA art. 35 § 3' },
  certificate: { days: 7, basis: 'Ordynacja podatkowa art. 306a § 5; KPA art. 217 § 3' },
  appeal: { days: 14, basis: 'Ordynacja podatkowa art. 223 § 2; KPA art. 129 § 2' },
  'forward-appeal': { days: 14, basis: 'Ordynacja podatkowa art. 227 § 1' },
  'interlocutory-appeal': { days: 7, basis: 'Ordynacja podatkowa art. 236 § 2; KPA art. 141 § 2' },
  complaint: { months: 1, basis: 'KPA art. 237 § 1' },
  petition: { months: 3, basis: 'ustawa o petycjach art. 10 ust. 1' },
  'public-information': { days: 14, basis: 'ustawa o dostępie do informacji publicznej art. 13 ust. 1' },
  'formal-defects': { days: 7, basis: 'Ordynacja podatkowa art. 169 § 1; KPA art. 64 § 2' },
  'court-complaint': { days: 30, basis: 'PPSA art. 53 § 1' },
} as const satisfies Record<string, Term>;

export type Matter = keyof typeof terms;

/** The last day of a matter's term and the article it comes from. */
export const termOf = (matter: Matter, from: PlainDate): { lastDay: PlainDate; basis: string } => {
  const term: Term = terms[matter];
  return { lastDay: 'days' in term ? endOfDays(from, term.days) : endOfMonths(from, term.months), basis: term.basis };
};
