import { useTranslation } from 'react-i18next';
import type { Language } from './language.ts';

/** The reader's language, and the choice of a text that arrives in both. */
export const useLocal = (): { lang: Language; local: (text: { pl: string; en: string }) => string } => {
  const { i18n } = useTranslation();
  const lang: Language = i18n.language === 'en' ? 'en' : 'pl';
  return { lang, local: (text) => text[lang] };
};
