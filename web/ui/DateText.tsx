import { useLocal } from '../texts/use-local.ts';
import { dateText, instantText } from './date-text.ts';

/** A plain date in words. */
export const DateText = ({ date }: { date: string }) => <time dateTime={date}>{dateText(date, useLocal().lang)}</time>;

/** An instant in words, by the clocks of Warsaw. */
export const InstantText = ({ at }: { at: string }) => <time dateTime={at}>{instantText(at, useLocal().lang)}</time>;
