import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ajvFormats, canonicalText, fieldFormats } from './formats.ts';
import { en } from './messages/en.ts';
import { pl } from './messages/pl.ts';

/** Typed text and its canonical form, or the reason of refusal. Numbers of persons are invented. */
const cases: [format: string, text: string, expected: string | { reason: string }][] = [
  ['pesel', '5583 1412 344', '55831412344'],
  ['pesel', '00000000000', { reason: 'date' }],
  ['nip', '526-104-08-28', '5261040828'],
  ['nip', '1234563217', { reason: 'checksum' }],
  ['regon', '12345678512347', '12345678512347'],
  ['nrb', 'PL61 1090 1014 0000 0712 1981 2874', '61109010140000071219812874'],
  ['nrb', '61109010140000071219812875', { reason: 'checksum' }],
  ['kw', 'gd1w/90409/1', 'GD1W/00090409/1'],
  ['parcel', '142307_2.0001.134/7', '142307_2.0001.134/7'],
  ['parcel', '142307_7.0001.134/7', { reason: 'commune-kind' }],
  ['postcode', '59220', '59-220'],
  ['postcode', '5922', { reason: 'format' }],
  ['phone', '600 000 101', '600000101'],
  ['phone', '0049 30 1234567', '+49301234567'],
  ['phone', '12', { reason: 'format' }],
  ['email', 'anna.nowak@example.org', 'anna.nowak@example.org'],
  ['email', 'anna@example', { reason: 'format' }],
  ['email', 'a@b.pl, c@d.pl', { reason: 'format' }],
  ['date', '2026-02-29', { reason: 'format' }],
  ['month', '2026-13', { reason: 'format' }],
  ['area', '1 254,5', '1254.5'],
  ['area', '12.345', { reason: 'format' }],
  ['area', '-1', { reason: 'format' }],
  ['area', '1e3', { reason: 'format' }],
  ['hectares', '0,1250', '0.1250'],
  ['money', '1 234 567,89', '1234567.89'],
  ['file-id', '../../etc/passwd', { reason: 'format' }],
];

describe('formats', () => {
  it.each(cases)('%s reads %j', (format, text, expected) => {
    const parsed = fieldFormats[format]!(text);
    expect(parsed.ok ? parsed.value : { reason: parsed.reason }).toEqual(expected);
  });
  it('take their own canonical text, and only that, in an answer', () => {
    for (const [format, text, expected] of cases) {
      if (typeof expected !== 'string') continue;
      expect(canonicalText(format, expected)).toBe(expected);
      expect(ajvFormats[format]!(expected)).toBe(true);
      if (text !== expected) expect(ajvFormats[format]!(text)).toBe(false);
    }
  });
  it('never throw', () => {
    const formats = fc.constantFrom(...Object.values(fieldFormats));
    fc.assert(fc.property(formats, fc.string(), (parse, text) => expect(typeof parse(text).ok).toBe('boolean')));
  });
});

it('has a sentence in both languages for every code, with the same blanks', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(pl).sort());
  const blanks = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(pl)) expect([key, blanks(en[key])]).toEqual([key, blanks(pl[key])]);
  for (const format of Object.keys(fieldFormats)) expect(pl).toHaveProperty([`required.${format}`]);
});
