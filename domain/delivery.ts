import type { PlainDate } from './calendar/plain-date.ts';
import { addDays, compareDates } from './calendar/plain-date.ts';
import { paperFictionDelivered, secondNoticeFrom } from './deadlines.ts';

/** Who took a letter in the addressee's stead and undertook to pass it on (OP art. 149; KPA art. 43). */
export type SubstituteRecipient = 'household-member' | 'caretaker' | 'property-manager' | 'neighbour';

/** What the deliverer recorded, with its day in Warsaw. `absent`: nobody took the letter and a notice was left. */
export type DeliveryEvent =
  | { readonly kind: 'handed-over'; readonly on: PlainDate }
  | {
      readonly kind: 'substitute';
      readonly on: PlainDate;
      readonly recipient: SubstituteRecipient;
      readonly undertook: boolean;
    }
  | { readonly kind: 'absent'; readonly on: PlainDate }
  | { readonly kind: 'refused'; readonly on: PlainDate }
  | { readonly kind: 'address-wrong'; readonly on: PlainDate };

/** The rule that made a letter delivered, with its article. */
export const deliveryRules = {
  'handed-over': 'Ordynacja podatkowa art. 148 § 1',
  substitute: 'Ordynacja podatkowa art. 149',
  refused: 'Ordynacja podatkowa art. 153 § 2',
  'paper-fiction': 'Ordynacja podatkowa art. 150 § 4',
} as const;
export type DeliveryRule = keyof typeof deliveryRules;

export type EffectiveDelivery = { readonly date: PlainDate; readonly rule: DeliveryRule; readonly article: string };

export type DeliveryOutcome =
  | { readonly outcome: 'delivered' | 'refused' | 'deemed'; readonly effectiveDelivery: EffectiveDelivery }
  | { readonly outcome: 'returned'; readonly on: PlainDate }
  /** Nothing has legal effect yet: what is to be done next, and the first day for it. */
  | { readonly outcome: 'pending'; readonly next: 'visit' }
  | {
      readonly outcome: 'pending';
      readonly next: 'second-notice';
      readonly from: PlainDate;
      readonly fiction: PlainDate;
    }
  | { readonly outcome: 'pending'; readonly next: 'fiction'; readonly from: PlainDate; readonly fiction: PlainDate };

const effective = (date: PlainDate, rule: DeliveryRule): EffectiveDelivery => ({
  date,
  rule,
  article: deliveryRules[rule],
});

const direct = (event: DeliveryEvent): DeliveryOutcome | undefined => {
  if (event.kind === 'handed-over')
    return { outcome: 'delivered', effectiveDelivery: effective(event.on, 'handed-over') };
  if (event.kind === 'refused') return { outcome: 'refused', effectiveDelivery: effective(event.on, 'refused') };
  if (event.kind === 'address-wrong') return { outcome: 'returned', on: event.on };
  // A substitute who did not undertake to pass the letter on is no recipient: the letter is still to be delivered.
  if (event.kind === 'substitute' && event.undertook) {
    return { outcome: 'delivered', effectiveDelivery: effective(event.on, 'substitute') };
  }
  return undefined;
};

type Notices = { readonly first: PlainDate; readonly second?: PlainDate };

/** A notice left before the 7th day is no second one; after 14 days without a second the next notice is a first again. */
const noticesOf = (events: readonly DeliveryEvent[]): Notices | undefined =>
  events
    .filter(({ kind }) => kind === 'absent')
    .reduce<Notices | undefined>((notices, { on }) => {
      if (notices === undefined) return { first: on };
      if (notices.second !== undefined || on < secondNoticeFrom(notices.first)) return notices;
      return on > paperFictionDelivered(notices.first) ? { first: on } : { ...notices, second: on };
    }, undefined);

/**
 * What the recorded events of a paper letter mean on a day: delivered, refused (which is delivery too), deemed delivered
 * on the last of 14 days after two notices (Ordynacja podatkowa, art. 150), returned, or pending. Events may come in any
 * order; those after `today` do not count. The fiction is known once its day is over and bears that day's date.
 */
export const deliveryOutcome = (events: readonly DeliveryEvent[], today: PlainDate): DeliveryOutcome => {
  const past = events.filter(({ on }) => on <= today).sort((a, b) => compareDates(a.on, b.on));
  const notices = noticesOf(past);
  const fiction = notices && paperFictionDelivered(notices.first);
  const isDeemed = fiction !== undefined && notices?.second !== undefined && today > fiction;
  const ending = past
    .map((event) => ({ on: event.on, outcome: direct(event) }))
    .find(({ outcome }) => outcome !== undefined);
  // Taking the letter after the fiction changes nothing; on its very day the addressee may still collect it.
  if (ending?.outcome && !(isDeemed && ending.on > fiction)) return ending.outcome;
  if (isDeemed) return { outcome: 'deemed', effectiveDelivery: effective(fiction, 'paper-fiction') };
  if (notices === undefined || fiction === undefined) return { outcome: 'pending', next: 'visit' };
  if (notices.second) return { outcome: 'pending', next: 'fiction', from: addDays(fiction, 1), fiction };
  // Without a second notice in time the first is void, and the letter is to be brought again.
  if (today > fiction) return { outcome: 'pending', next: 'visit' };
  return { outcome: 'pending', next: 'second-notice', from: secondNoticeFrom(notices.first), fiction };
};
