import type { PlannedInstalment } from '#domain/tax/instalments';

export type DecisionDraft = {
  amount: number;
  year: number | null;
  derivation: Record<string, unknown>[];
  instalments: PlannedInstalment[];
  preparedBy: string | null;
};

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** The decision that a task approves; its shape is the block's own, so what is missing is left out rather than guessed. */
export const readDecision = (decision: Record<string, unknown>): DecisionDraft => ({
  amount: Number(decision['amount'] ?? 0),
  year: typeof decision['year'] === 'number' ? decision['year'] : null,
  derivation: listOf(decision['derivation']),
  instalments: listOf(decision['instalments']),
  preparedBy: typeof decision['preparedBy'] === 'string' ? decision['preparedBy'] : null,
});
