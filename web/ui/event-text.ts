import type { TFunction } from 'i18next';
import type { CaseEvent } from '../api/types.ts';
import type { Language } from '../texts/language.ts';
import { amountText } from './Amount.tsx';
import { dateText } from './date-text.ts';

export type TimelineEvent = CaseEvent;

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isMoney = (name: string): boolean => ['amount', 'principal', 'interest', 'cost'].includes(name);

/** A value as a reader expects it: dates in words, money (in grosze) in złote, a pair of languages in one. */
const readable = (name: string, value: unknown, lang: Language): unknown => {
  if (isDate(value)) return dateText(value, lang);
  if (typeof value === 'number' && isMoney(name)) return amountText(value, lang);
  if (typeof value === 'object' && value !== null && lang in value) return (value as Record<Language, string>)[lang];
  return value;
};

/** The sentence of an event: the text `timeline.{kind}` with its parameters; an unknown kind is still a sentence. */
export const eventText = (event: Pick<TimelineEvent, 'kind' | 'params'>, t: TFunction, lang: Language): string => {
  const params = Object.fromEntries(
    Object.entries(event.params).map(([name, value]) => [name, readable(name, value, lang)]),
  );
  return t([`timeline.${event.kind}`, 'timeline.other'], params);
};
