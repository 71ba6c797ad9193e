import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { plainDate } from '#domain/calendar/plain-date';
import { fromZl, grosze } from '#domain/money';
import { instalments } from '#domain/tax/instalments';
import { propertyTax } from '#domain/tax/property';
import { maximumRates } from '#domain/tax/rates';
import { catalogForm } from '#forms/testing/catalog-form';
import { in1Answers } from '#forms/testing/in1-answers';
import { summarise } from '#forms/summary';
import type { DecisionLetter, EnforcementTitleLetter, ReminderLetter } from './letter-data.ts';
import { renderPdf } from './render.ts';

const createdAt = new Date('2026-02-02T09:00:00Z');
const issued = { office: 'Prezydent Miasta Legnicy', unit: 'Wydział Finansowy', place: 'Legnica', date: '2026-02-02' };
const account = '69999000090217202600012345';
const debtor = {
  name: 'Anna Nowak',
  address: ['Rynek 5/3', '59-220 Legnica'],
  identifier: { kind: 'PESEL' as const, value: '85831401248' },
};
const overdue = {
  title: 'Podatek od nieruchomości 2026, rata I',
  principal: 22100,
  dueDate: '2026-03-16',
  interest: 1300,
  interestFrom: '2026-03-17',
  interestRate: '10.5',
};
const rates = maximumRates(2026);
const tax = propertyTax({
  year: 2026,
  rates,
  items: [
    { category: 'land_other', area: '612', object: '#read("/etc/passwd") ] $x$ <script>' },
    { category: 'residential', area: '20', heightFactor: '0.5', object: 'Złotoryjska 12' },
    { category: 'structure', value: '1234567.89', share: [1, 3] },
  ],
});
const decision: DecisionLetter = {
  ...issued,
  sign: 'FN-III.3120.77.2026',
  addressee: ['Anna Nowak', 'Rynek 5/3', '59-220 Legnica'],
  taxpayer: 'Anna Nowak',
  year: 2026,
  monthsFrom: 1,
  monthsTo: 12,
  filedOn: '2026-01-12',
  amount: tax.tax,
  derivation: tax.derivation,
  rounding: tax.rounding,
  instalments: instalments({ tax: tax.tax, taxpayerKind: 'natural', year: 2026, deliveredOn: plainDate('2026-02-10') }),
  account,
  ratesBasis: rates.legalBasis,
  coOwners: ['Jan Nowak'],
  signedBy: 'Barbara Król',
  signedAs: 'z up. Prezydenta Miasta',
};
const reminder: ReminderLetter = {
  ...issued,
  number: 'UP/12/2026',
  debtor,
  items: [overdue],
  cost: fromZl(16),
  account,
};
const title: EnforcementTitleLetter = {
  ...issued,
  number: 'TW/3/2026',
  authority: 'Naczelnik Urzędu Skarbowego w Legnicy',
  debtor,
  items: [overdue, { ...overdue, principal: grosze(123456789) }],
  reminder: { number: 'UP/12/2026', deliveredOn: '2026-04-10', cost: fromZl(16) },
  account,
  signedBy: 'Piotr Lis',
  signedAs: 'inspektor',
};
const receipt = {
  office: issued.office,
  receiptNumber: 'EU/2026/000123',
  submittedOn: '2026-01-12',
  submittedAt: '09:15',
  service: 'Informacja IN-1',
  partyName: 'Anna Nowak',
  filedByName: 'Anna Nowak',
  answersHash: 'ab'.repeat(32),
  attachments: [{ name: 'akt.pdf', size: 12345, sha256: 'cd'.repeat(32) }],
  summary: summarise(catalogForm('podatek-od-nieruchomosci'), in1Answers(), 'pl'),
};
const letters: [string, unknown][] = [
  ['catalog/podatek-od-nieruchomosci/letters/decision.typ', decision],
  ['catalog/office/letters/receipt.typ', receipt],
  ['catalog/office/letters/reminder.typ', reminder],
  ['catalog/office/letters/enforcement-title.typ', title],
];
const render = (templatePath: string, data: unknown) =>
  renderPdf({ templatePath, data, title: 'Pismo', lang: 'pl', createdAt });
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

describe('letters as PDF', () => {
  it.each(letters)('%s is PDF/A-2b with tags, in Polish, and the same bytes for the same input', async (path, data) => {
    const pdf = await render(path, data);
    const text = latin(pdf);
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toMatch(/\/Lang ?\(pl/);
    expect(text).toContain('/StructTreeRoot');
    expect(latin(await render(path, data))).toBe(text);
  });

  it('refuses a template that reaches out of its folder', async () => {
    for (const template of ['#read("/etc/passwd")', '#read("../render.ts")', '#read("/../../../../etc/passwd")']) {
      await expect(renderPdf({ template, data: {}, title: 'x', lang: 'pl' })).rejects.toThrow('template-failed');
    }
    const template = '#import "@preview/cetz:0.3.0": *';
    await expect(renderPdf({ template, data: {}, title: 'x', lang: 'pl' })).rejects.toThrow('package-not-allowed');
  });

  const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
  (hasPdftotext ? it : it.skip)('prints what a person typed as text (needs pdftotext)', async () => {
    const pdf = await render('catalog/podatek-od-nieruchomosci/letters/decision.typ', decision);
    const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
    expect(text).toContain('#read("/etc/passwd")');
    expect(text).not.toContain('root:');
    expect(text).toContain('Samorządowego Kolegium Odwoławczego w Legnicy');
  });

  (hasPdftotext ? it : it.skip)('names no past date of payment, and says why interest is none', async () => {
    const late = { ...decision, instalments: decision.instalments.map((part) => ({ ...part, dueDate: null })) };
    const none = { ...reminder, items: [{ ...overdue, interest: grosze(0) }] };
    const textOf = async (path: string, data: unknown) =>
      execFileSync('pdftotext', ['-layout', '-', '-'], { input: await render(path, data), encoding: 'utf8' });
    const text = await textOf('catalog/podatek-od-nieruchomosci/letters/decision.typ', late);
    expect(text.match(/\d +14 dni od doręczenia decyzji/g)).toHaveLength(late.instalments.length);
    expect(text).toContain('ustawowe terminy rat upływają wcześniej');
    expect(await textOf('catalog/office/letters/reminder.typ', none)).toContain('art. 54 § 1 pkt 5');
    expect(await textOf('catalog/office/letters/reminder.typ', reminder)).not.toContain('art. 54 § 1 pkt 5');
  });

  it('prints a name full of markup and code without running it', async () => {
    const template =
      '#import "/letter.typ": *\n#show: letter.with(title: "x")\n#assert(data.name.starts-with("#read"))#data.name';
    const data = { name: '#read("/etc/passwd") #panic("run") ] } $ \\ "quoted"\n= heading' };
    await expect(renderPdf({ template, data, title: 'x', lang: 'pl' })).resolves.toBeInstanceOf(Uint8Array);
  });
});
