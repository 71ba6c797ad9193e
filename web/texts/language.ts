export const languages = ['pl', 'en'] as const;
export type Language = (typeof languages)[number];

const isLanguage = (value: unknown): value is Language => value === 'pl' || value === 'en';

/** The reader's language: the choice they made here before, else Polish. */
export const language = (): Language => {
  const chosen = /(?:^|; )lang=(\w+)/.exec(document.cookie)?.[1];
  return isLanguage(chosen) ? chosen : 'pl';
};

/** Remembered in a cookie, which the API reads as well, so that letters of errors come in the same language. */
export const rememberLanguage = (chosen: Language): void => {
  document.cookie = `lang=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
  document.documentElement.lang = chosen;
};
