import { readFileSync } from 'node:fs';
import type { Form } from '../form.ts';

/** A form of the catalog, for tests. */
export const catalogForm = (service: string, name = 'form'): Form => {
  const read = (suffix: string) =>
    JSON.parse(readFileSync(new URL(`../../catalog/${service}/${name}.${suffix}.json`, import.meta.url), 'utf8'));
  return { schema: read('schema'), ui: read('ui'), texts: { pl: read('texts.pl'), en: read('texts.en') } };
};
