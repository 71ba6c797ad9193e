import type { DerivationStep, RoundingStep } from '#domain/tax/derivation';

export type Derivation = { steps: DerivationStep[]; rounding: RoundingStep | null };

type Line = Record<string, unknown>;
const isRounding = (line: Line): boolean => 'tax' in line && 'exact' in line;
const isStep = (line: Line): boolean => 'category' in line && 'rate' in line && 'amountExact' in line;

/** The lines of a reckoning as the API gives them: steps first, the rounding of the whole last. */
export const readDerivation = (lines: readonly Line[]): Derivation => ({
  steps: lines.filter(isStep) as unknown as DerivationStep[],
  rounding: (lines.find(isRounding) as unknown as RoundingStep | undefined) ?? null,
});

/** `1 234,50` or `1,234.5`: a decimal of the reckoning with the reader's separators, without idle zeros. */
export const decimalText = (decimal: string, lang: 'pl' | 'en', places?: number): string => {
  const value = Number(decimal);
  if (!Number.isFinite(value)) return decimal;
  return value.toLocaleString(lang === 'pl' ? 'pl-PL' : 'en-GB', {
    minimumFractionDigits: places ?? 0,
    maximumFractionDigits: places ?? 6,
  });
};
