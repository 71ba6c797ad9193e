import type { Language } from '../texts/language.ts';

const locale = { pl: 'pl-PL', en: 'en-GB' } as const;
const inWarsaw = 'Europe/Warsaw';

/** `16 listopada 2026` from `2026-11-16`. */
export const dateText = (date: string, lang: Language): string =>
  new Intl.DateTimeFormat(locale[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );

/** `16 listopada 2026, 12:04` as the clocks of Warsaw show an instant. */
export const instantText = (instant: string, lang: Language): string =>
  `${dayOf(instant, lang)}, ${timeText(instant, lang)}`;

/** `12:04` in Warsaw. */
export const timeText = (instant: string | Date, lang: Language): string =>
  new Intl.DateTimeFormat(locale[lang], { hour: '2-digit', minute: '2-digit', timeZone: inWarsaw }).format(
    new Date(instant),
  );

const dayOf = (instant: string, lang: Language): string =>
  new Intl.DateTimeFormat(locale[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: inWarsaw }).format(
    new Date(instant),
  );
