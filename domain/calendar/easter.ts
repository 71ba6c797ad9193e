import type { PlainDate } from './plain-date.ts';
import { plainDateOf } from './plain-date.ts';

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher's rule). */
export const easterSunday = (year: number): PlainDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const serial = epact + sunday - 7 * late + 114;
  return plainDateOf(year, Math.floor(serial / 31), (serial % 31) + 1);
};
