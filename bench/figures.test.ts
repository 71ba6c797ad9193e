import { expect, it } from '@jest/globals';
import { mean, percentile, table } from './figures.ts';

it.each([
  [0.5, 50],
  [0.99, 99],
  [1, 100],
  [0, 1],
])('takes the value below which that share lies: %s', (share, expected) => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, share)).toBe(expected);
});

it('does not mistake the only value', () => {
  expect([percentile([7], 0.5), percentile([7], 0.99), mean([7])]).toEqual([7, 7, 7]);
});

it('lines numbers up at the right', () => {
  expect(
    table([
      ['', 'kernel'],
      ['p50', '7'],
    ]),
  ).toBe('     kernel\np50       7');
});
