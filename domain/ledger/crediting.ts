import type { PlainDate } from '../calendar/plain-date.ts';
import { compareDates } from '../calendar/plain-date.ts';
import { DomainError } from '../errors.ts';
import { lateInterest } from '../interest/late-interest.ts';
import type { Grosze } from '../money.ts';
import { addGrosze, smallerOf, subtractGrosze } from '../money.ts';
import { fraction, multiply, roundHalfUpToGrosze, zlOf } from '../rational.ts';

/** An unpaid part of a liability: overdue, or still to fall due. */
export type OpenItem = {
  readonly liabilityId: string;
  /** Number of the instalment where the liability has several. */
  readonly instalment?: number;
  /** The tax it belongs to, for payers who name one. */
  readonly kind?: string;
  readonly dueDate: PlainDate;
  readonly principal: Grosze;
  /** Full-złoty interest on the day of payment; reckoned here when absent. */
  readonly interest?: Grosze;
};

/** What the payer named: a tax, or one liability; paying to the account of a liability names it. */
export type NamedByPayer = { readonly kind?: string; readonly liabilityId?: string };

export type CreditPaymentInput = {
  readonly amount: Grosze;
  readonly paidOn: PlainDate;
  /** Reminder costs that have arisen and are unpaid. */
  readonly costs: Grosze;
  readonly arrears: readonly OpenItem[];
  readonly named?: NamedByPayer;
  readonly letterFee?: Grosze;
};

export type Allocation = {
  readonly liabilityId: string;
  readonly instalment?: number;
  readonly principal: Grosze;
  readonly interest: Grosze;
  /** What is left of the principal and keeps bearing interest. */
  readonly principalLeft: Grosze;
};

export type CreditedPayment = {
  readonly costs: Grosze;
  readonly allocations: readonly Allocation[];
  readonly overpayment: Grosze;
};

const isNamed = (item: OpenItem, named: NamedByPayer | undefined): boolean =>
  named !== undefined &&
  (named.liabilityId === undefined || named.liabilityId === item.liabilityId) &&
  (named.kind === undefined || named.kind === item.kind);

/** What the payer named comes first, overdue before current, then the earliest due (OP art. 62 § 1; art. 76 for the rest). */
const inOrder = ({ arrears, named, paidOn }: CreditPaymentInput): readonly OpenItem[] => {
  const rank = (item: OpenItem): number => (isNamed(item, named) ? 0 : 2) + (item.dueDate < paidOn ? 0 : 1);
  return arrears
    .filter(({ principal }) => principal > 0)
    .sort(
      (a, b) => rank(a) - rank(b) || compareDates(a.dueDate, b.dueDate) || (a.instalment ?? 0) - (b.instalment ?? 0),
    );
};

const interestOn = (item: OpenItem, { paidOn, letterFee }: CreditPaymentInput): Grosze =>
  item.interest ?? lateInterest({ principal: item.principal, dueDate: item.dueDate, until: paidOn, letterFee }).charged;

/** Splits a part payment between principal and interest in their proportion, the principal rounded half up to a grosz (OP art. 55 § 2). */
export const splitPartPayment = (
  available: Grosze,
  principal: Grosze,
  interest: Grosze,
): { principal: Grosze; interest: Grosze } => {
  const due = addGrosze(principal, interest);
  if (available >= due) return { principal, interest };
  const toPrincipal = roundHalfUpToGrosze(multiply(zlOf(available), fraction(principal, due)));
  return { principal: toPrincipal, interest: subtractGrosze(available, toPrincipal) };
};

/**
 * Credits a payment: reminder costs first (Ordynacja podatkowa, art. 62 § 1a), then the arrears that the payer named from
 * the earliest on, then the others (art. 62 § 1), each split by art. 55 § 2; what is left over is an overpayment.
 * Costs, principal, interest and overpayment always sum to the payment. Throws `amount-invalid` for negative amounts.
 */
export const creditPayment = (input: CreditPaymentInput): CreditedPayment => {
  const { amount, costs } = input;
  if (amount < 0 || costs < 0) throw new DomainError('amount-invalid', { amount, costs });
  const toCosts = smallerOf(amount, costs);
  let left = subtractGrosze(amount, toCosts);
  const allocations: Allocation[] = [];
  for (const item of inOrder(input)) {
    if (left === 0) break;
    const { liabilityId, instalment } = item;
    const part = splitPartPayment(left, item.principal, interestOn(item, input));
    left = subtractGrosze(left, addGrosze(part.principal, part.interest));
    const principalLeft = subtractGrosze(item.principal, part.principal);
    allocations.push({ liabilityId, ...(instalment === undefined ? {} : { instalment }), ...part, principalLeft });
  }
  return { costs: toCosts, allocations, overpayment: left };
};
