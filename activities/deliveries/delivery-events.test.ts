import { expect, it } from '@jest/globals';
import { plainDate } from '#domain/calendar/plain-date';
import { deliveryOutcome } from '#domain/delivery';
import type { Attempt } from './delivery-events.ts';
import { deliveryEvent } from './delivery-events.ts';

const on = plainDate('2026-03-02');
const outcomeOf = (outcome: Attempt['outcome'], relation: string | null = null) =>
  deliveryOutcome([deliveryEvent({ outcome, on, relation })], on);

it('takes a household member who signed as the delivery', () => {
  expect(outcomeOf('substitute', 'household-member')).toMatchObject({
    outcome: 'delivered',
    effectiveDelivery: { rule: 'substitute' },
  });
});

it('takes an authorised employee as the addressee', () => {
  expect(outcomeOf('substitute', 'authorised-employee')).toMatchObject({ effectiveDelivery: { rule: 'handed-over' } });
});

it('takes a refusal as delivery on its day, and an absence as none', () => {
  expect(outcomeOf('refused')).toMatchObject({ outcome: 'refused', effectiveDelivery: { date: on } });
  expect(outcomeOf('absent')).toMatchObject({ outcome: 'pending', next: 'second-notice' });
});
