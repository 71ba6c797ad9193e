import { DomainError } from '../errors.ts';

/** The four tax districts that a commune may lie in (u.p.r. art. 5). */
export type TaxDistrict = 'I' | 'II' | 'III' | 'IV';
export type LandUse = 'R' | 'S' | 'Ł' | 'Ps' | 'Br' | 'W' | 'Wsr' | 'Lzr';

const table = (classes: string, rows: Record<TaxDistrict, string>): Record<TaxDistrict, Record<string, string>> => {
  const names = classes.split(' ');
  const of = (row: string) => Object.fromEntries(row.split(' ').map((value, index) => [names[index], value]));
  return { I: of(rows.I), II: of(rows.II), III: of(rows.III), IV: of(rows.IV) };
};

const arable = table('I II IIIa IIIb IVa IVb V VI', {
  I: '1.95 1.80 1.65 1.35 1.10 0.80 0.35 0.20',
  II: '1.80 1.65 1.50 1.25 1.00 0.75 0.30 0.15',
  III: '1.65 1.50 1.40 1.15 0.90 0.65 0.25 0.10',
  IV: '1.45 1.35 1.25 1.00 0.80 0.55 0.20 0.05',
});

const grass = table('I II III IV V VI', {
  I: '1.75 1.45 1.25 0.75 0.20 0.15',
  II: '1.60 1.35 1.15 0.70 0.20 0.15',
  III: '1.45 1.25 1.05 0.60 0.20 0.15',
  IV: '1.35 1.10 0.95 0.55 0.15 0.10',
});

/** Converted hectares in a physical hectare (u.p.r. art. 4 ust. 5–7); throws `class-unknown` for a class the act does not list. */
export const conversionCoefficient = (use: LandUse, soilClass: string | undefined, district: TaxDistrict): string => {
  if (use === 'W' || use === 'Wsr') return '0.20';
  const coefficients = use === 'Ł' || use === 'Ps' ? grass : arable;
  const coefficient = soilClass === undefined ? undefined : coefficients[district][soilClass];
  if (coefficient === undefined) throw new DomainError('class-unknown', { use, soilClass, district });
  return coefficient;
};

/** Soil classes free of agricultural tax (u.p.r. art. 12 ust. 1 pkt 1). */
export const exemptSoilClasses: readonly string[] = ['V', 'VI', 'VIz'];
