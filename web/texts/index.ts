import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { language, rememberLanguage, type Language } from './language.ts';
import accountEn from './en/account.json' with { type: 'json' };
import caseEn from './en/case.json' with { type: 'json' };
import clerkEn from './en/clerk.json' with { type: 'json' };
import fieldEn from './en/field.json' with { type: 'json' };
import formEn from './en/form.json' with { type: 'json' };
import portalEn from './en/portal.json' with { type: 'json' };
import sessionEn from './en/session.json' with { type: 'json' };
import studioEn from './en/studio.json' with { type: 'json' };
import timelineEn from './en/timeline.json' with { type: 'json' };
import uiEn from './en/ui.json' with { type: 'json' };
import accountPl from './pl/account.json' with { type: 'json' };
import casePl from './pl/case.json' with { type: 'json' };
import clerkPl from './pl/clerk.json' with { type: 'json' };
import fieldPl from './pl/field.json' with { type: 'json' };
import formPl from './pl/form.json' with { type: 'json' };
import portalPl from './pl/portal.json' with { type: 'json' };
import sessionPl from './pl/session.json' with { type: 'json' };
import studioPl from './pl/studio.json' with { type: 'json' };
import timelinePl from './pl/timeline.json' with { type: 'json' };
import uiPl from './pl/ui.json' with { type: 'json' };

/** One file a folder of `web/`; a key begins with the folder: `portal.home.title`. */
export const texts = {
  pl: {
    account: accountPl,
    case: casePl,
    clerk: clerkPl,
    field: fieldPl,
    form: formPl,
    portal: portalPl,
    session: sessionPl,
    studio: studioPl,
    timeline: timelinePl,
    ui: uiPl,
  },
  en: {
    account: accountEn,
    case: caseEn,
    clerk: clerkEn,
    field: fieldEn,
    form: formEn,
    portal: portalEn,
    session: sessionEn,
    studio: studioEn,
    timeline: timelineEn,
    ui: uiEn,
  },
} as const;

/** Makes the texts ready in the reader's language; React escapes by itself. */
export const startTexts = async (lang: Language = language()): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'pl',
    resources: { pl: { translation: texts.pl }, en: { translation: texts.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = lang;
};

/** Changes the language of the page and remembers it. */
export const changeLanguage = async (lang: Language): Promise<void> => {
  rememberLanguage(lang);
  await i18next.changeLanguage(lang);
};
