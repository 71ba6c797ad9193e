import type { PlainDate } from '#domain/calendar/plain-date';
import type { DeliveryEvent, SubstituteRecipient } from '#domain/delivery';

/** An attempt as the collector recorded it. */
export type Attempt = {
  outcome: 'handed-over' | 'substitute' | 'absent' | 'refused' | 'address-wrong';
  on: PlainDate;
  relation: string | null;
};

const substitutes: readonly string[] = ['household-member', 'caretaker', 'property-manager', 'neighbour'];

/** An attempt as an event of the law. Whoever of the house signs for a letter undertakes to pass it on (OP art. 149). */
export const deliveryEvent = ({ outcome, on, relation }: Attempt): DeliveryEvent => {
  if (outcome !== 'substitute') return { kind: outcome, on };
  return relation !== null && substitutes.includes(relation)
    ? { kind: 'substitute', on, recipient: relation as SubstituteRecipient, undertook: true }
    : { kind: 'handed-over', on };
};
