import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCaseSign, parseCaseSign } from './case-sign.ts';
import { parseEDeliveryAddress } from './e-delivery-address.ts';
import { parseEpuapAddress } from './epuap-address.ts';
import { parseKw } from './kw.ts';
import { formatNip, parseNip } from './nip.ts';
import { formatNrb, isSortCode, parseNrb, partsOfVirtualAccount, toIban, virtualAccount } from './nrb.ts';
import { parseParcelId } from './parcel.ts';
import { parsePesel } from './pesel.ts';
import { formatRegisterNumber, parseRegisterNumber } from './register-number.ts';
import { parseRegon } from './regon.ts';
import { parseSimc, parseTerc, parseUlic } from './teryt.ts';

describe('PESEL', () => {
  it.each([
    ['44051401359', '1944-05-14', 'M'],
    ['02070803628', '1902-07-08', 'F'],
    ['55831412344', '1855-03-14', 'F'],
    ['62910250074', '1862-11-02', 'M'],
    ['05450505552', '2105-05-05', 'M'],
    ['558314 12344', '1855-03-14', 'F'],
  ])('%s: born on %s, %s', (text, birthDate, sex) =>
    expect(parsePesel(text)).toEqual({ ok: true, value: text.replace(' ', ''), birthDate, sex }),
  );
  it.each([
    ['44051401358', 'checksum'],
    ['99023001235', 'date'],
    ['00000000000', 'date'],
    ['4405140135', 'length'],
    ['4405140135A', 'characters'],
    ['', 'length'],
    ['٤٤٠٥١٤٠١٣٥٩', 'characters'],
  ])('%s fails by its %s', (text, reason) => expect(parsePesel(text)).toEqual({ ok: false, reason }));
  it('finds each single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'55831412344'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(parsePesel(digits.join('')).ok).toBe(false);
      }),
    );
  });
});

describe('NIP and REGON', () => {
  it('reads a NIP with hyphens and writes it with hyphens', () => {
    const parsed = parseNip('526-104-08-28');
    expect(parsed).toEqual({ ok: true, value: '5261040828' });
    expect(parsed.ok && formatNip(parsed.value)).toBe('526-104-08-28');
  });
  it('refuses a NIP by its checksum', () => expect(parseNip('1234563217')).toEqual({ ok: false, reason: 'checksum' }));
  it.each(['123456785', '12345678512347'])('reads REGON %s', (text) => expect(parseRegon(text).ok).toBe(true));
  it.each([
    ['123456784', 'checksum'],
    ['12345678512340', 'checksum'],
    ['12345678412347', 'checksum'],
    ['1234567', 'length'],
    ['12345678A', 'characters'],
  ])('REGON %s fails by its %s', (text, reason) => expect(parseRegon(text)).toEqual({ ok: false, reason }));
});

describe('NRB', () => {
  it('reads an IBAN with spaces and writes both forms', () => {
    const parsed = parseNrb('PL61 1090 1014 0000 0712 1981 2874');
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(toIban(parsed.value)).toBe('PL61109010140000071219812874');
    expect(formatNrb(parsed.value)).toBe('61 1090 1014 0000 0712 1981 2874');
  });
  it('finds any one changed digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'61109010140000071219812874'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(parseNrb(digits.join(''))).toEqual({ ok: false, reason: 'checksum' });
      }),
    );
  });
  it('makes the account of a liability and takes it apart again', () => {
    const parts = { sortCode: '99900009', mask: '0217', liability: '202600012345' };
    expect(virtualAccount(parts)).toBe('69999000090217202600012345');
    expect(partsOfVirtualAccount(virtualAccount(parts))).toEqual(parts);
    expect(isSortCode('99900008')).toBe(false);
    expect(() => virtualAccount({ ...parts, mask: 'AB' })).toThrow('virtual-account-invalid');
    expect(() => virtualAccount({ ...parts, liability: '1234567890123' })).toThrow('virtual-account-invalid');
  });
  it('gives every liability an account of its own that checks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
        const account = virtualAccount({ sortCode: '99900009', mask: '0217', liability: String(number) });
        expect(parseNrb(account)).toEqual({ ok: true, value: account });
        expect(Number(partsOfVirtualAccount(account).liability)).toBe(number);
      }),
    );
  });
});

describe('land register numbers', () => {
  it.each([
    ['LE1L/00012345/3', 'LE1L/00012345/3'],
    ['le1l/12345/3', 'LE1L/00012345/3'],
    ['GD1W000904091', 'GD1W/00090409/1'],
  ])('KW %s is %s', (text, value) => expect(parseKw(text)).toMatchObject({ ok: true, value }));
  it.each([
    ['LE1L/00012345/4', 'checksum'],
    ['LE1L/00012345', 'structure'],
    ['LE1/00012345/3', 'length'],
    ['LE1L/123456789/3', 'length'],
    ['LE1Q/00012345/3', 'characters'],
    ['LE1L/0001234A/3', 'characters'],
    ['LELL/00012345/3', 'structure'],
    ['', 'length'],
  ])('KW %s fails by its %s', (text, reason) => expect(parseKw(text)).toEqual({ ok: false, reason }));
  it('reads a parcel with its sheet', () =>
    expect(parseParcelId('026201_1.0012.ar_3.45/6')).toEqual({
      ok: true,
      value: '026201_1.0012.AR_3.45/6',
      parts: {
        voivodeship: '02',
        county: '62',
        commune: '01',
        kind: '1',
        precinct: '0012',
        sheet: 'AR_3',
        number: '45/6',
      },
    }));
  it.each([
    ['026201_7.0012.45', 'commune-kind'],
    ['026201_1.12.45', 'precinct'],
    ['026201_1.0012.XX_3.45', 'sheet'],
    ['026201_1.0012.45a', 'number'],
    ['026201_1.0012', 'structure'],
    ['45/6', 'structure'],
  ])('parcel %s fails by its %s', (text, reason) => expect(parseParcelId(text)).toEqual({ ok: false, reason }));
});

describe('TERYT', () => {
  it('reads commune, locality and street', () => {
    expect(parseTerc('0262011')).toEqual({ ok: true, value: '0262011' });
    expect(parseTerc('0262017')).toEqual({ ok: false, reason: 'commune-kind' });
    expect(parseSimc('0954700').ok).toBe(true);
    expect(parseUlic('0847')).toEqual({ ok: false, reason: 'length' });
  });
});

describe('addresses of boxes', () => {
  it('warns of a wrong check number but accepts the e-Delivery address', () => {
    expect(parseEDeliveryAddress('AE:PL-98765-43210-SFVYC-19')).toEqual({
      ok: true,
      value: 'AE:PL-98765-43210-SFVYC-19',
    });
    expect(parseEDeliveryAddress('AE:PL-12345-67890-ABCDE-12')).toMatchObject({ ok: true, warning: 'checksum' });
    expect(parseEDeliveryAddress('AE:PL-12345-67890-ABCD1-12')).toEqual({ ok: false, reason: 'structure' });
  });
  it('reads an ePUAP address', () => {
    expect(parseEpuapAddress('/legnica/SkrytkaESP')).toMatchObject({ ok: true, subject: 'legnica', box: 'SkrytkaESP' });
    expect(parseEpuapAddress('legnica/SkrytkaESP')).toEqual({ ok: false, reason: 'structure' });
  });
});

describe('case sign and register number', () => {
  it.each([
    ['FN.3120.2185.2026', { unit: 'FN', classification: '3120', number: 2185, year: 2026 }],
    ['FN-III.3120.77.2026', { unit: 'FN-III', classification: '3120', number: 77, year: 2026 }],
    ['FN.3120.7.12.2026', { unit: 'FN', classification: '3120', number: 7, subNumber: 12, year: 2026 }],
    ['FN.3120.7.2026.JK', { unit: 'FN', classification: '3120', number: 7, year: 2026, initials: 'JK' }],
  ])('reads %s', (text, parts) => {
    const parsed = parseCaseSign(text);
    expect(parsed).toMatchObject({ ok: true, parts });
    expect(parsed.ok && formatCaseSign(parsed.parts)).toBe(text.replace('.JK', ''));
  });
  it.each([
    ['FN.3120.2026', 'structure'],
    ['fn.3120.7.2026', 'unit'],
    ['FN.31200.7.2026', 'classification'],
    ['FN.3120.0.2026', 'number'],
    ['FN.3120.7.26', 'year'],
    ['FN.3120.7.2026.j', 'initials'],
    ['FN.3120.7.12.2026.JK.X', 'structure'],
  ])('%s fails by its %s', (text, reason) => expect(parseCaseSign(text)).toEqual({ ok: false, reason }));
  it('reads both registers, and those of an office with its own marks', () => {
    expect(parseRegisterNumber('RPW/12/2026')).toMatchObject({
      ok: true,
      parts: { direction: 'incoming', number: 12 },
    });
    expect(parseRegisterNumber('RPWych/12/2026')).toMatchObject({ ok: true, parts: { direction: 'outgoing' } });
    expect(parseRegisterNumber('KP/12/2026')).toEqual({ ok: false, reason: 'register' });
    const marks = { incoming: 'KP', outgoing: 'KW' };
    expect(formatRegisterNumber({ direction: 'outgoing', number: 1, year: 2026 }, marks)).toBe('KW/1/2026');
  });
});
