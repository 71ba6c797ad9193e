import { formatZl, grosze } from '#domain/money';
import { useLocal } from '../texts/use-local.ts';
import styles from './Amount.module.css';

/** `1 204,50 zł` with thin spaces; in English the decimal point. */
export const amountText = (amount: number, lang: 'pl' | 'en'): string => {
  const polish = formatZl(grosze(amount)).replaceAll('\u00a0', '\u202f');
  return lang === 'pl' ? polish : polish.replace(',', '.');
};

/** An amount of money in grosze, its digits in columns and never broken over lines. */
export const Amount = ({ value, strong = false }: { value: number; strong?: boolean }) => {
  const { lang } = useLocal();
  return <span className={strong ? styles.strong : styles.amount}>{amountText(value, lang)}</span>;
};
