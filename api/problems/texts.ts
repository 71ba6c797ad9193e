import en from '../messages/en.json' with { type: 'json' };
import pl from '../messages/pl.json' with { type: 'json' };
import type { ProblemCode } from './codes.ts';
import type { Language } from './language.ts';

type Texts = { problems: Record<string, { title: string; detail?: string }>; fields: Record<string, string> };
const texts: Record<Language, Texts> = { pl, en };

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Title and detail of a problem in the reader's language, with its parameters put in. */
export const problemText = (
  code: ProblemCode,
  language: Language,
  params: Record<string, string | number> = {},
): { title: string; detail?: string } => {
  const { title, detail } = texts[language].problems[code] ?? { title: code };
  return { title: fill(title, params), ...(detail ? { detail: fill(detail, params) } : {}) };
};

/** The sentence shown at a faulty field of a request. */
export const fieldText = (code: string, language: Language): string =>
  texts[language].fields[code] ?? texts[language].fields.other ?? code;
