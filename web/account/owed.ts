import type { Account, Instalment } from '../api/types.ts';

/** What is still to pay of an instalment today: its unpaid part with late interest. */
export const owed = ({ amount, paid, interest }: Instalment): number => Math.max(0, amount - paid) + interest;

export const isOpen = (instalment: Instalment): boolean => instalment.state !== 'paid' && owed(instalment) > 0;

/** What a payment of these instalments comes to: costs of reminders are paid with it (Ordynacja podatkowa, art. 62 § 1a). */
export const sumOf = (account: Account, chosen: readonly Instalment[]): number =>
  chosen.length === 0 ? 0 : chosen.reduce((sum, instalment) => sum + owed(instalment), account.reminderCosts);

/** Late ones first, then by date. */
export const inOrder = (instalments: readonly Instalment[]): Instalment[] =>
  [...instalments].sort(
    (a, b) => Number(b.state !== 'paid') - Number(a.state !== 'paid') || a.dueOn.localeCompare(b.dueOn),
  );

/** Those whose date has come: what “to pay now” is made of. */
export const isDueNow = ({ state }: Instalment): boolean => state !== 'planned' && state !== 'paid';
