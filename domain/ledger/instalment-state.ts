import type { PlainDate } from '../calendar/plain-date.ts';
import { daysBetween } from '../calendar/plain-date.ts';
import type { Grosze } from '../money.ts';
import type { Transitions } from './transitions.ts';

/** Where an instalment stands between booking and its end. */
export type InstalmentState =
  'planned' | 'due' | 'overdue' | 'reminded' | 'enforced' | 'deferred' | 'paid' | 'remitted' | 'lapsed';

/** An instalment may be paid early; what is reversed by the bank becomes due again by its date. */
export const instalmentTransitions: Transitions<InstalmentState> = {
  planned: ['due', 'paid'],
  due: ['paid', 'overdue', 'deferred', 'remitted'],
  overdue: ['paid', 'reminded', 'deferred', 'remitted', 'lapsed'],
  reminded: ['paid', 'enforced', 'deferred', 'remitted', 'lapsed'],
  enforced: ['paid', 'remitted', 'lapsed'],
  deferred: ['paid', 'overdue', 'remitted'],
  paid: ['due', 'overdue'],
  remitted: [],
  lapsed: [],
};

/** How many days before its date an instalment turns from planned to due. */
export const dueDaysAhead = 30;

/** The state that time alone gives to an instalment nobody has reminded of: unpaid and past its date it is overdue. */
export const stateByDate = (unpaid: Grosze, dueDate: PlainDate, today: PlainDate): InstalmentState => {
  if (unpaid <= 0) return 'paid';
  if (today > dueDate) return 'overdue';
  return daysBetween(today, dueDate) <= dueDaysAhead ? 'due' : 'planned';
};
