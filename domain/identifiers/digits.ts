/** What an identifier of digits only looks like before its checksum is tried; length comes first, then characters. */
export const checkDigits = (text: string, ...lengths: readonly number[]): 'length' | 'characters' | undefined => {
  if (!lengths.includes(text.length)) return 'length';
  return /^[0-9]+$/.test(text) ? undefined : 'characters';
};

/** The text without spaces and hyphens, as people write numbers in groups. */
export const withoutSeparators = (text: string): string => text.replace(/[\s\u00a0-]/g, '');

/** Σ digit × weight over as many digits as there are weights. */
export const weightedSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
