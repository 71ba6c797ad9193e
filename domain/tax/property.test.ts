import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../calendar/plain-date.ts';
import { fromZl, grosze } from '../money.ts';
import { compare, decimal, zero } from '../rational.ts';
import { isAssessed } from './proceedings.ts';
import type { PropertyItem } from './property.ts';
import { propertyTax } from './property.ts';
import type { PropertyCategory } from './rates.ts';
import { maximumRates, maximumRateTables, ratesAboveMaximum } from './rates.ts';

const rates = maximumRates(2026);
const taxOf = (items: readonly PropertyItem[], monthsFrom = 1, monthsTo = 12) =>
  propertyTax({ year: 2026, items, rates, monthsFrom, monthsTo });
const house: readonly PropertyItem[] = [
  { category: 'land_other', area: '612' },
  { category: 'residential', area: '142.80' },
  { category: 'residential', area: '20', heightFactor: '0.5' },
  { category: 'other', area: '18.50' },
];

describe('property tax', () => {
  it.each<[string, readonly PropertyItem[], number, number, string, number]>([
    [
      'a flat with its share in the land',
      [
        { category: 'land_other', area: '1254', share: [5432, 254310] },
        { category: 'residential', area: '48.35' },
      ],
      1,
      12,
      '81.062055',
      81,
    ],
    ['a house with a low attic and a garage', house, 1, 12, '884.240000', 884],
    ['the same house sold on 20 September', house, 1, 9, '663.180000', 663],
    [
      'a sole trader',
      [
        { category: 'land_business', area: '1500' },
        { category: 'business', area: '320.00' },
      ],
      1,
      12,
      '13544.600000',
      13545,
    ],
    [
      'a house bought on 12 May',
      [
        { category: 'land_other', area: '400' },
        { category: 'residential', area: '96.40' },
      ],
      6,
      12,
      '249.958333',
      250,
    ],
    ['exactly fifty groszy', [{ category: 'land_other', area: '650' }], 1, 12, '500.500000', 501],
    [
      'a use that changed in September',
      [
        { category: 'land_other', area: '500' },
        { category: 'residential', area: '120', months: 6 },
        { category: 'residential', area: '80', months: 4 },
        { category: 'business', area: '40', months: 4 },
      ],
      3,
      12,
      '902.900000',
      903,
    ],
    ['nothing', [], 1, 12, '0.000000', 0],
  ])('%s', (_name, items, from, to, exact, zl) => {
    expect(taxOf(items, from, to)).toMatchObject({ exact, tax: fromZl(zl) });
  });

  it('rounds the value of a structure to full złote before the rate', () => {
    const { exact, derivation } = taxOf([{ category: 'structure', value: '1234567.89' }]);
    expect(exact).toBe('24691.360000');
    expect(derivation[0]).toMatchObject({ base: '1234568.00', unit: 'zl', rate: '0.02' });
  });

  it('says how each amount came about', () => {
    const { derivation, rounding } = taxOf(
      [{ object: 'ul. Lipowa 3', category: 'residential', area: '20', heightFactor: '0.5' }],
      1,
      6,
    );
    expect(derivation).toEqual([
      {
        object: 'ul. Lipowa 3',
        category: 'residential',
        base: '20',
        unit: 'm2',
        rate: '1.25',
        heightFactor: '0.5',
        share: [1, 1],
        months: 6,
        amountExact: '6.250000',
        article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. a',
      },
    ]);
    expect(rounding).toEqual({ exact: '6.250000', tax: 600, article: 'Ordynacja podatkowa art. 63 § 1' });
  });

  it.each<[string, () => unknown]>([
    ['base-missing', () => taxOf([{ category: 'residential' }])],
    ['decimal-invalid', () => taxOf([{ category: 'residential', area: '12,5' }])],
    ['decimal-invalid', () => taxOf([{ category: 'residential', area: '-1' }])],
    ['share-invalid', () => taxOf([{ category: 'residential', area: '1', share: [2, 1] }])],
    ['share-invalid', () => taxOf([{ category: 'residential', area: '1', share: [1, 0] }])],
    ['months-invalid', () => taxOf([{ category: 'residential', area: '1', months: 8 }], 6, 12)],
    ['months-invalid', () => taxOf([], 0, 12)],
    ['months-invalid', () => taxOf([], 9, 6)],
    ['rate-missing', () => propertyTax({ year: 2025, items: [], rates })],
    ['rate-missing', () => propertyTax({ year: 2026, items: house, rates: { ...rates, rates: {} } })],
  ])('refuses with %s', (code, run) => expect(run).toThrow(code));

  const items = fc.array(
    fc.record({
      category: fc.constantFrom<PropertyCategory>('land_business', 'land_other', 'residential', 'business', 'other'),
      area: fc.integer({ min: 0, max: 10_000_000 }).map((n) => (n / 100).toFixed(2)),
      months: fc.integer({ min: 0, max: 12 }),
      share: fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 500, max: 9999 })),
    }),
    { maxLength: 6 },
  );

  it('lies within half a złoty of the exact sum and never below zero', () => {
    fc.assert(
      fc.property(items, (rows) => {
        const { tax, exact } = taxOf(rows);
        expect(tax % 100).toBe(0);
        expect(compare(decimal(exact), zero)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(tax / 100 - Number(exact))).toBeLessThanOrEqual(0.500001);
      }),
    );
  });

  it('does not depend on the order of the rows and grows with each', () => {
    fc.assert(
      fc.property(items, (rows) => {
        expect(taxOf([...rows].reverse()).tax).toBe(taxOf(rows).tax);
        expect(taxOf([...rows, { category: 'residential', area: '10' }]).tax).toBeGreaterThanOrEqual(taxOf(rows).tax);
      }),
    );
  });
});

describe('rates', () => {
  it('follow from the index of prices, rounded up to a full grosz', () => {
    const grow = (rate: string, index: number) =>
      (Math.ceil(Number((Number(rate) * index * 100).toFixed(6))) / 100).toFixed(2);
    for (const [year, index] of [
      [2025, 1.027],
      [2026, 1.045],
    ] as const) {
      const { structure: _, ...previous } = maximumRates(year - 1).rates;
      for (const [category, rate] of Object.entries(previous)) {
        expect([category, grow(rate, index)]).toEqual([
          category,
          maximumRates(year).rates[category as PropertyCategory],
        ]);
      }
    }
  });
  it('are known for three years and carry their basis', () => {
    expect(maximumRateTables.map(({ validFrom }) => validFrom)).toEqual(['2024-01-01', '2025-01-01', '2026-01-01']);
    expect(maximumRateTables.every(({ legalBasis }) => legalBasis.includes('art. 5'))).toBe(true);
    expect(() => maximumRates(2027)).toThrow('rate-missing');
  });
  it('of a council may not exceed the maximum', () => {
    const city = {
      ...rates,
      validFrom: plainDate('2026-01-01'),
      rates: { ...rates.rates, residential: '1.26', other: '9.00' },
    };
    expect(ratesAboveMaximum(city, 2026)).toEqual(['residential']);
  });
});

describe('small taxes', () => {
  it('opens no proceedings for a tax that a letter would eat', () => {
    const { tax } = taxOf([{ category: 'land_other', area: '10' }]);
    expect(tax).toBe(800);
    expect(isAssessed(tax, grosze(980))).toBe(false);
    expect(isAssessed(grosze(1000), grosze(980))).toBe(true);
  });
});
