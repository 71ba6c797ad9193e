import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { holidaysOf } from './calendar/holidays.ts';
import type { PlainDate } from './calendar/plain-date.ts';
import { plainDate, weekday } from './calendar/plain-date.ts';
import {
  appealLastDay,
  eDeliveryFictionDelivered,
  enforceableFrom,
  limitationEnd,
  paperFictionDelivered,
  reminderLastDay,
  secondNoticeFrom,
} from './deadlines.ts';
import { parseEDeliveryAddress } from './identifiers/e-delivery-address.ts';
import { parseKw } from './identifiers/kw.ts';
import { parseNip } from './identifiers/nip.ts';
import { parseNrb, partsOfVirtualAccount } from './identifiers/nrb.ts';
import { parseParcelId } from './identifiers/parcel.ts';
import { parsePesel } from './identifiers/pesel.ts';
import { parseRegon } from './identifiers/regon.ts';
import { lateInterest } from './interest/late-interest.ts';
import { creditPayment } from './ledger/crediting.ts';
import type { Grosze } from './money.ts';
import { addGrosze, fromZl, parseZl, toZlString } from './money.ts';
import { agriculturalTax } from './tax/agricultural.ts';
import type { LandUse, TaxDistrict } from './tax/farm-land.ts';
import { forestTax } from './tax/forest.ts';
import { instalments, statutoryDueDates } from './tax/instalments.ts';
import type { PropertyItem } from './tax/property.ts';
import { propertyTax } from './tax/property.ts';
import type { RateTable } from './tax/rates.ts';
import { maximumRates } from './tax/rates.ts';

/** The shared vectors lie beside the checkout; a clone without them skips and says so. */
const folder = resolve(import.meta.dirname, '../../shared/samples/vectors');

const describeVectors = <Case>(file: string, check: (cases: Case) => void): void => {
  const path = resolve(folder, file);
  if (existsSync(path)) describe(`vectors of ${file}`, () => check(JSON.parse(readFileSync(path, 'utf8')) as Case));
  else describe.skip(`vectors of ${file}`, () => it(`skipped: ${path} is absent`, () => undefined));
};

type IdentifierCase = {
  type: string;
  value: string;
  valid: boolean;
  reason?: string;
  birthDate?: string;
  sex?: string;
  normalized?: string;
  parts?: object;
  virtual?: { sortCode: string; mask: string; liabilityId: string };
};

describeVectors<IdentifierCase[]>('identifiers.json', (cases) => {
  const parsers: Record<string, (text: string) => { ok: boolean; value?: string; reason?: string; warning?: string }> =
    {
      PESEL: parsePesel,
      NIP: parseNip,
      REGON: parseRegon,
      NRB: parseNrb,
      KW: parseKw,
      ADE: parseEDeliveryAddress,
      PARCEL: parseParcelId,
    };
  it.each(cases.map((vector) => [vector.type, vector.value, vector] as const))('%s %s', (type, value, vector) => {
    const parsed = parsers[type]?.(value);
    // A wrong check number of an e-Delivery address is a warning: official examples have it too.
    const reason = parsed?.reason ?? parsed?.warning;
    expect(reason).toBe(vector.reason?.replace(' ', '-'));
    if (!vector.valid) return;
    expect(parsed).toMatchObject({ ok: true, value: vector.normalized ?? value });
    const { birthDate, sex, parts } = vector;
    expect(parsed).toMatchObject({ ...(birthDate && { birthDate, sex }), ...(parts && { parts }) });
    const account = parseNrb(value);
    if (vector.virtual && account.ok) {
      const { liabilityId: liability, ...rest } = vector.virtual;
      expect(partsOfVirtualAccount(account.value)).toEqual({ ...rest, liability });
    }
  });
});

type DeadlineCase = {
  start: PlainDate;
  weekday: number;
  paperFictionDelivered: string;
  secondNoticeFrom: string;
  eDeliveryFictionDelivered: string;
  appealLastDay: string;
  reminderLastDay: string;
  enforceableFrom: string;
  limitationEndIfDueThen: string;
};

describeVectors<{ holidays2026: string[]; vectors: DeadlineCase[] }>('deadlines.json', ({ holidays2026, vectors }) => {
  it('the holidays of 2026', () => expect(holidaysOf(2026)).toEqual(holidays2026));
  it.each(vectors.map((vector) => [vector.start, vector] as const))('from %s', (start, vector) =>
    expect({
      start,
      weekday: weekday(start),
      paperFictionDelivered: paperFictionDelivered(start),
      secondNoticeFrom: secondNoticeFrom(start),
      eDeliveryFictionDelivered: eDeliveryFictionDelivered(start),
      appealLastDay: appealLastDay(start),
      reminderLastDay: reminderLastDay(start),
      enforceableFrom: enforceableFrom(start),
      limitationEndIfDueThen: limitationEnd(start),
    }).toEqual(vector),
  );
});

describeVectors<{ year: number; natural: string[]; legal: string[] }[]>('due-dates.json', (cases) => {
  it.each(cases.map((vector) => [vector.year, vector] as const))('%d', (year, { natural, legal }) => {
    expect(statutoryDueDates('natural', year)).toEqual(natural);
    expect(statutoryDueDates('legal', year)).toEqual(legal);
  });
});

type PropertyCase = {
  name: string;
  year: number;
  taxpayer: 'NP' | 'LP';
  monthsFrom: number;
  monthsTo: number;
  rates: RateTable['rates'];
  items: PropertyItem[];
  exact: string;
  taxZl: number;
  instalments: [string, number][];
};

describeVectors<PropertyCase[]>('property-tax.json', (cases) => {
  it.each(cases.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const { year, items, monthsFrom, monthsTo } = vector;
    const rates = { ...maximumRates(year), rates: { structure: '0.02', ...vector.rates } };
    const { exact, tax } = propertyTax({ year, items, rates, monthsFrom, monthsTo });
    expect({ exact, tax }).toEqual({ exact: vector.exact, tax: fromZl(vector.taxZl) });
    const taxpayerKind = vector.taxpayer === 'NP' ? 'natural' : 'legal';
    const parts = instalments({ tax, taxpayerKind, year, monthsFrom, monthsTo });
    expect(parts.map(({ dueDate, amount }) => [dueDate, amount / 100])).toEqual(vector.instalments);
  });
});

type LandTaxCase = {
  name: string;
  year: number;
  farm?: boolean;
  forest?: boolean;
  protective?: boolean;
  district?: TaxDistrict;
  hectares?: string;
  plots?: { use: LandUse; cls: string; hectares: string }[];
  conversionHa?: string;
  exact: string;
  taxZl: number;
};

describeVectors<LandTaxCase[]>('agri-forest-tax.json', (cases) => {
  it.each(cases.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const { year, hectares = '0', protective: isProtective = false, farm: isFarm = false, district = 'I' } = vector;
    const plots = vector.plots?.map(({ use, cls, ...plot }) => ({ use, soilClass: cls, hectares: plot.hectares }));
    const result = vector.forest
      ? forestTax({ year, plots: [{ hectares, isProtective }] })
      : agriculturalTax({ year, isFarm, district, plots: plots ?? [{ use: 'R', hectares }] });
    expect(result).toMatchObject({ exact: vector.exact, tax: fromZl(vector.taxZl) });
    if (vector.conversionHa) expect(result).toMatchObject({ conversionHectares: vector.conversionHa });
  });
});

type InterestCase = {
  principal: string;
  due: PlainDate;
  paid: PlainDate;
  days: number;
  segments: { start: string; rate: string; days: number }[];
  exact: string;
  charged: number;
};

describeVectors<InterestCase[]>('interest.json', (cases) => {
  it.each(cases.map((vector) => [vector.principal, vector.due, vector.paid, vector] as const))(
    '%s zł due %s paid %s',
    (zl, dueDate, until, { days, segments, exact, charged }) =>
      expect(lateInterest({ principal: fromZl(Number(zl)), dueDate, until })).toEqual({
        days,
        segments,
        exact,
        charged: fromZl(charged),
      }),
  );
});

type CreditingCase = Record<
  'payment' | 'costs' | 'principal' | 'interest' | 'toCosts' | 'toPrincipal' | 'toInterest' | 'overpayment',
  string
>;

describeVectors<CreditingCase[]>('crediting.json', (cases) => {
  const amountOf = (text: string): Grosze => {
    const parsed = parseZl(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };
  it.each(cases.map((vector) => [vector.payment, vector.costs, vector] as const))(
    '%s zł, costs %s',
    (payment, costs, vector) => {
      const [principal, interest] = [amountOf(vector.principal), amountOf(vector.interest)];
      const item = { liabilityId: 'L', dueDate: plainDate('2026-03-16'), principal, interest };
      const paidOn = plainDate('2026-06-20');
      const result = creditPayment({ amount: amountOf(payment), paidOn, costs: amountOf(costs), arrears: [item] });
      expect({
        toCosts: toZlString(result.costs),
        toPrincipal: toZlString(addGrosze(...result.allocations.map((part) => part.principal))),
        toInterest: toZlString(addGrosze(...result.allocations.map((part) => part.interest))),
        overpayment: toZlString(result.overpayment),
      }).toEqual({
        toCosts: vector.toCosts,
        toPrincipal: vector.toPrincipal,
        toInterest: vector.toInterest,
        overpayment: vector.overpayment,
      });
    },
  );
});
