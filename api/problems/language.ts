import type { Request } from 'express';

export type Language = 'pl' | 'en';

/** The reader's language: what they chose on the page (cookie `lang`), else what the browser asks for, else Polish. */
export const languageOf = (request: Request): Language => {
  const chosen = (request.cookies as Record<string, string> | undefined)?.lang;
  if (chosen === 'pl' || chosen === 'en') return chosen;
  return request.acceptsLanguages('pl', 'en') === 'en' ? 'en' : 'pl';
};
