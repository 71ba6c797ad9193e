import { expect, it } from '@jest/globals';
import { parseEDeliveryAddress } from '#domain/identifiers/e-delivery-address';
import { parsePesel } from '#domain/identifiers/pesel';
import { companies, residents } from './people.ts';
import { parseNip } from '#domain/identifiers/nip';
import { parseRegon } from '#domain/identifiers/regon';

it.each(residents)('$givenName $familyName has a valid PESEL of a century nobody lives in', ({ pesel, birthDate }) => {
  expect(parsePesel(pesel)).toMatchObject({ ok: true, birthDate });
  expect(birthDate < '1900').toBe(true);
});

it.each(companies)('$name has valid numbers', ({ nip, regon, eDeliveryAddress }) => {
  expect(parseEDeliveryAddress(eDeliveryAddress)).toEqual({ ok: true, value: eDeliveryAddress });
  expect(parseNip(nip)).toMatchObject({ ok: true });
  expect(parseRegon(regon)).toMatchObject({ ok: true });
});
