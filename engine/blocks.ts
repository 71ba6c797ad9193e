import type { JsonSchema } from './json-schema.ts';

/** A block is what a service task runs: its type stands in the diagram, its schemas wire it to the case's variables. */
export type Block = {
  type: string;
  title: { pl: string; en: string };
  input: JsonSchema;
  output: JsonSchema;
  /** Error codes that a boundary event may catch. */
  errors: string[];
};

const text: JsonSchema = { type: 'string' };
const date: JsonSchema = { type: 'string', format: 'date' };
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** Every block that a diagram may name; `workflows/run-block.ts` has the code of each. */
export const blocks = {
  taxDecision: {
    type: 'taxDecision',
    title: { pl: 'Decyzja wymiarowa', en: 'Tax decision' },
    input: object({ year: { type: 'integer' }, preparedBy: text }),
    output: object({
      decisionId: text,
      letterId: text,
      amountGrosze: { type: 'integer' },
      /** Looked up in the register of e-Delivery addresses right before dispatch. */
      channel: { enum: ['electronic', 'collector'] },
    }),
    errors: ['DecisionRejected'],
  },
  electronicDelivery: {
    type: 'electronicDelivery',
    title: { pl: 'Doręczenie elektroniczne', en: 'Electronic delivery' },
    input: object({ letterId: text }),
    output: object({ outcome: { enum: ['delivered', 'deemed'] }, effectiveDate: date, rule: text }),
    errors: ['AddressWrong'],
  },
  collectorDelivery: {
    type: 'collectorDelivery',
    title: { pl: 'Doręczenie przez kolektora', en: 'Delivery by collector' },
    input: object({ letterId: text }),
    output: object({
      outcome: { enum: ['delivered', 'deemed', 'refused', 'returned'] },
      effectiveDate: date,
      rule: text,
    }),
    errors: ['AddressWrong'],
  },
  bookAmountsDue: {
    type: 'bookAmountsDue',
    title: { pl: 'Przypis należności', en: 'Booking of amounts due' },
    input: object({ decisionId: text, deliveredOn: date }),
    output: object({ liabilityId: text }),
    errors: [],
  },
} as const satisfies Record<string, Block>;

export type BlockType = keyof typeof blocks;

/** The block of that type, or undefined when the registry has none. */
export const findBlock = (type: string): Block | undefined => (blocks as Record<string, Block>)[type];
