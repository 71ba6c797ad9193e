import type { Nip } from '#domain/identifiers/nip';
import { formatNip } from '#domain/identifiers/nip';
import type { Nrb } from '#domain/identifiers/nrb';
import { formatNrb } from '#domain/identifiers/nrb';
import { formatZl, parseZl } from '#domain/money';
import type { Lang } from './form.ts';

const months: Record<Lang, string[]> = {
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const monthsAlone =
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'.split(' ');

/** A canonical answer as people write it: `16 listopada 2026`, `142,80`, `1 200,50 zł`, `526-104-08-28`. */
export const shownValue = (text: string, format: string | undefined, lang: Lang): string => {
  const [year, month, day] = text.split('-').map(Number);
  const name = months[lang][(month ?? 0) - 1];
  if (format === 'date' && name) return `${day} ${name} ${year}`;
  if (format === 'month' && name) return `${lang === 'pl' ? monthsAlone[(month ?? 0) - 1] : name} ${year}`;
  if (format === 'area' || format === 'hectares') return lang === 'pl' ? text.replace('.', ',') : text;
  if (format === 'money') {
    const amount = parseZl(text);
    return amount.ok ? formatZl(amount.value) : text;
  }
  if (format === 'nip' && /^\d{10}$/.test(text)) return formatNip(text as Nip);
  if (format === 'nrb' && /^\d{26}$/.test(text)) return formatNrb(text as Nrb);
  return text;
};
