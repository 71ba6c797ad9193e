import { expect, it } from '@jest/globals';
import { answersHash, canonicalJson } from './answers-hash.ts';
import { formProblems } from './check-form.ts';
import { pageView } from './localise.ts';
import { prefill } from './prefill.ts';
import { summarise } from './summary.ts';
import { catalogForm } from './testing/catalog-form.ts';
import { in1Answers } from './testing/in1-answers.ts';
import { validateAnswers } from './validate.ts';

const form = catalogForm('podatek-od-nieruchomosci');
const checked = validateAnswers(form, in1Answers(), { lang: 'pl' });
const answers = checked.ok ? checked.answers : {};

it.each(['form', 'tasks/verify', 'tasks/correct', 'tasks/address', 'tasks/approve'])(
  'the catalog’s %s is whole: texts in both languages, known formats, rules that read',
  (name) => expect(formProblems(catalogForm('podatek-od-nieruchomosci', name))).toEqual([]),
);

it('finds what a form lacks', () => {
  const broken = structuredClone(form);
  broken.schema.properties!.purpose!.properties!.kind!.format = 'pesel2';
  broken.ui.taxpayer = { pesel: { 'x-show': 'a +* b' }, peselek: {} };
  delete broken.texts.en['land.category'];
  expect(formProblems(broken).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['format-unknown', 'rule-invalid', 'ui-for-unknown-field', 'text-missing']),
  );
});

it('summarises page by page, in words, without what was not asked', () => {
  const pl = summarise(form, answers, 'pl');
  expect(pl.map(({ page }) => page)).toEqual(['purpose', 'taxpayer', 'objects', 'declaration']);
  expect(pl[0]?.entries[2]).toEqual({
    pointer: '/purpose/eventMonth',
    label: 'Miesiąc i rok zdarzenia',
    value: 'grudzień 2025',
  });
  expect(pl[2]?.groups.map(({ title }) => title)).toEqual(['Grunt 1', 'Budynek lub lokal 1', 'Budynek lub lokal 2']);
  expect(pl[2]?.groups[1]?.entries.find(({ pointer }) => pointer.endsWith('areaFull'))?.value).toBe('142,80\u00a0m²');
  expect(JSON.stringify(summarise(form, answers, 'en'))).toContain('14 March 1885');
  expect(summarise(catalogForm('podatek-od-nieruchomosci', 'tasks/verify'), { outcome: 'accept' }, 'en')).toMatchObject(
    [{ title: 'Verify the information', entries: [{ value: 'The data agree — prepare the decision' }] }],
  );
});

it('draws a page with texts, without hidden fields, with what is required now', () => {
  const { schema, uiSchema } = pageView(form, answers, 'en', 'taxpayer');
  expect(schema.properties?.pesel?.title).toBe('PESEL');
  expect(schema.properties).not.toHaveProperty('nip');
  expect(schema.required).toContain('pesel');
  expect(uiSchema.identifierKind).toMatchObject({ 'ui:widget': 'radio', 'ui:enumNames': ['PESEL', 'NIP'] });
  const objects = pageView(form, answers, 'pl', 'objects').uiSchema as never as {
    land: { items: (row: unknown, index: number) => Record<string, Record<string, unknown>> };
  };
  expect(objects.land.items({}, 0).hectares).toMatchObject({ 'ui:widget': 'hidden' });
  expect(objects.land.items({}, 0).area).not.toHaveProperty('ui:widget');
});

it('fills what the office knows and leaves what was typed', () => {
  const known = { person: { givenName: 'Anna', pesel: '85831401248', address: { house: '5', city: 'Legnica' } } };
  const filled = prefill(form, { taxpayer: { givenName: 'Ania' } }, known);
  expect(filled.taxpayer).toMatchObject({ givenName: 'Ania', pesel: '85831401248', address: { house: '5' } });
});

it('hashes answers by content, not by the order of keys', () => {
  expect(canonicalJson({ b: [1, 'ż'], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[1,"ż"]}');
  expect(answersHash({ a: 1, b: 2 }, (text) => text)).toBe(answersHash({ b: 2, a: 1 }, (text) => text));
});
