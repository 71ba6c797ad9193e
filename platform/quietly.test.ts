import { expect, it } from '@jest/globals';
import { quietly } from './quietly.ts';

it('tells the first of a run of errors, then one in ten seconds with the number kept back', () => {
  let now = 0;
  const told: [string, number][] = [];
  const hear = quietly(
    (error, { silenced }) => told.push([error.message, silenced]),
    10_000,
    () => now,
  );
  for (now = 0; now < 25_000; now += 1000) hear(new Error(`at ${now}`));
  expect(told).toEqual([
    ['at 0', 0],
    ['at 10000', 9],
    ['at 20000', 9],
  ]);
});
