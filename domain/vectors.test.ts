import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { holidaysOf } from './calendar/holidays.ts';
import { parseEDeliveryAddress } from './identifiers/e-delivery-address.ts';
import { parseKw } from './identifiers/kw.ts';
import { parseNip } from './identifiers/nip.ts';
import { parseNrb, partsOfVirtualAccount } from './identifiers/nrb.ts';
import { parseParcelId } from './identifiers/parcel.ts';
import { parsePesel } from './identifiers/pesel.ts';
import { parseRegon } from './identifiers/regon.ts';

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

describeVectors<{ holidays2026: string[] }>('deadlines.json', ({ holidays2026 }) => {
  it('the holidays of 2026', () => expect(holidaysOf(2026)).toEqual(holidays2026));
});
