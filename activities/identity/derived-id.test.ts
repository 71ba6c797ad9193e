import { expect, it } from '@jest/globals';
import { derivedId } from './derived-id.ts';

it('gives the same names the same UUID of version 5', () => {
  expect(derivedId('case', 'a')).toBe(derivedId('case', 'a'));
  expect(derivedId('case', 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('keeps names apart however they are cut', () => {
  expect(derivedId('ca', 'se')).not.toBe(derivedId('cas', 'e'));
});
