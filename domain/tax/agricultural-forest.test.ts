import { describe, expect, it } from '@jest/globals';
import type { AgriculturalTaxInput } from './agricultural.ts';
import { agriculturalTax } from './agricultural.ts';
import { forestTax } from './forest.ts';
import { isJoint, jointLiability } from './joint-liability.ts';
import { propertyTax } from './property.ts';
import { maximumRates } from './rates.ts';

const farm: AgriculturalTaxInput = {
  year: 2026,
  isFarm: true,
  district: 'I',
  plots: [
    { use: 'R', soilClass: 'IIIa', hectares: '2.5000' },
    { use: 'R', soilClass: 'IVa', hectares: '1.2000' },
    { use: 'Ł', soilClass: 'III', hectares: '0.8000' },
    { use: 'R', soilClass: 'V', hectares: '0.9000' },
  ],
};
const smallPlot: AgriculturalTaxInput = {
  year: 2026,
  isFarm: false,
  district: 'I',
  plots: [{ use: 'R', hectares: '0.45' }],
};

describe('agricultural tax', () => {
  it('takes converted hectares of a farm and leaves poor classes free', () => {
    const result = agriculturalTax(farm);
    expect(result).toMatchObject({ conversionHectares: '6.445000', exact: '1070.192250', tax: 107000 });
    expect(result.derivation.map(({ category, coefficient }) => [category, coefficient])).toEqual([
      ['agricultural RIIIa', '1.65'],
      ['agricultural RIVa', '1.10'],
      ['agricultural ŁIII', '1.25'],
    ]);
    expect(result.derivation[0]?.rate).toBe('166.05');
  });
  it('takes physical hectares of other land at twice the rye', () =>
    expect(agriculturalTax(smallPlot)).toMatchObject({ exact: '149.445000', tax: 14900 }));
  it('takes the lower price of a council', () =>
    expect(agriculturalTax({ ...smallPlot, ryePrice: '50' })).toMatchObject({ exact: '112.500000' }));
  it('refuses a farm plot whose class the act does not list', () =>
    expect(() => agriculturalTax({ ...farm, plots: [{ use: 'R', soilClass: 'III', hectares: '1' }] })).toThrow(
      'class-unknown',
    ));
  it('refuses a year without a price', () =>
    expect(() => agriculturalTax({ ...farm, year: 2030 })).toThrow('rate-missing'));
});

describe('forest tax', () => {
  it.each([
    [false, '77.376750', 7700, '61.9014'],
    [true, '38.688375', 3900, '30.9507'],
  ])('protective: %s', (isProtective, exact, tax, rate) => {
    const result = forestTax({ year: 2026, plots: [{ hectares: '1.2500', isProtective }] });
    expect(result).toMatchObject({ exact, tax });
    expect(result.derivation[0]?.rate).toBe(rate);
  });
});

describe('joint tax liability', () => {
  it('sums taxes that are rounded each alone', () => {
    const property = propertyTax({
      year: 2026,
      rates: maximumRates(2026),
      items: [{ category: 'land_other', area: '1148' }],
    });
    const taxes = {
      property,
      agricultural: agriculturalTax(smallPlot),
      forest: forestTax({ year: 2026, plots: [{ hectares: '1.25', isProtective: false }] }),
    };
    expect(jointLiability(taxes)).toBe(88400 + 14900 + 7700);
    expect(isJoint(taxes)).toBe(true);
    expect(isJoint({ property })).toBe(false);
  });
});
