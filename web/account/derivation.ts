import type { DerivationStep, RoundingStep } from '#domain/tax/derivation';

type Line = Readonly<Record<string, unknown>>;

export const isStep = (line: Line): line is Line & DerivationStep =>
  typeof line['category'] === 'string' && 'rate' in line;
export const isRounding = (line: Line): line is Line & RoundingStep =>
  typeof line['tax'] === 'number' && 'exact' in line;

/** `1204.500000` as people read it: no zeros that say nothing, and the language's own decimal mark. */
export const decimalText = (decimal: string, lang: 'pl' | 'en', digits = 2): string => {
  const [whole = '0', part = ''] = decimal.split('.');
  const kept = part.replace(/0+$/, '').padEnd(digits, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return kept === '' ? grouped : `${grouped}${lang === 'pl' ? ',' : '.'}${kept}`;
};
