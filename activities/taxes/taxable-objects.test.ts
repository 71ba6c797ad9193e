import { describe, expect, it } from '@jest/globals';
import { propertyTax } from '#domain/tax/property';
import { maximumRates } from '#domain/tax/rates';
import type { Answers, Json } from '#forms/form';
import { catalogForm } from '#forms/testing/catalog-form';
import { in1Answers } from '#forms/testing/in1-answers';
import { validateAnswers } from '#forms/validate';
import { dutyMonths } from './duty-months.ts';
import { taxableObjects } from './taxable-objects.ts';

const form = catalogForm('podatek-od-nieruchomosci');
const at = { address: 'Rynek 5, Legnica', parcel: '026201_1.0012.45/6', right: 'ownership', sharing: 'whole' };
const land = (area: string, more: Answers = {}): Answers => ({ category: 'land_other', area, ...at, ...more });
const premises = (category: string, areaFull: string): Answers => ({ kind: 'premises', category, areaFull, ...at });

/** Exact tax of 2026 for these objects, filed through the form. */
const taxOf = (objects: { [name: string]: Json }): string => {
  const checked = validateAnswers(form, { ...in1Answers(), objects }, { lang: 'pl' });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return propertyTax({ year: 2026, items: taxableObjects(checked.answers), rates: maximumRates(2026) }).exact;
};

describe('taxable objects of an IN-1', () => {
  it('E1: a flat with its share in the land', () => {
    const share = { numerator: 5432, denominator: 254310 };
    const objects = {
      land: [land('1254', { sharing: 'withPremises', share })],
      buildings: [premises('residential', '48,35')],
    };
    expect(taxOf(objects)).toBe('81.062055');
  });
  it('E2: a house with a low attic and a garage', () => {
    expect(taxOf(in1Answers().objects as { [name: string]: Json })).toBe('884.240000');
  });
  it('E12: an office in a flat', () => {
    const objects = {
      land: [land('400')],
      buildings: [premises('residential', '81.40'), premises('business', '15')],
    };
    expect(taxOf(objects)).toBe('942.700000');
  });
  it('takes the whole of what is co-owned, for co-owners owe it jointly (art. 3 ust. 4)', () => {
    const share = { numerator: 1, denominator: 2 };
    expect(taxOf({ land: [land('612', { sharing: 'coOwnership', share })] })).toBe('471.240000');
  });
  it('takes waters in hectares and structures by value', () => {
    const water = { category: 'land_water', hectares: '1,5', ...at };
    const yard = { description: 'Plac utwardzony', value: '1 234 567,89', ...at };
    expect(taxOf({ land: [water] })).toBe('10.725000');
    expect(taxOf({ structures: [yard] })).toBe('24691.360000');
  });
});

describe('months of the duty', () => {
  const of = (event: string, eventMonth: string) => dutyMonths({ purpose: { event, eventMonth } }, 2026);
  it.each([
    ['acquisition', '2026-05', { from: 6, to: 12 }],
    ['acquisition', '2025-12', { from: 1, to: 12 }],
    ['acquisition', '2026-12', null],
    ['newBuilding', '2026-03', null],
    ['newBuilding', '2025-11', { from: 1, to: 12 }],
    ['disposal', '2026-09', { from: 1, to: 9 }],
    ['disposal', '2025-09', null],
  ])('%s in %s', (event, eventMonth, months) => expect(of(event, eventMonth)).toEqual(months));
});
