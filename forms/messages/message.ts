import type { Lang } from '../form.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';

const messages: Record<Lang, Record<string, string>> = { pl, en };

/** A default sentence by key with its blanks filled; undefined when there is none. */
export const message = (lang: Lang, key: string, values: Record<string, unknown> = {}): string | undefined => {
  const text = Object.hasOwn(messages[lang], key) ? messages[lang][key] : undefined;
  return text === undefined ? undefined : fill(text, values);
};

/** `{name}` becomes the value; a blank without a value stays, so that a mistake shows. */
export const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : blank));
