import { Input, Select } from '@digdir/designsystemet-react';
import type { WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { useLocal } from '../../texts/use-local.ts';
import { described } from '../described-by.ts';
import styles from '../form.module.css';

const monthName = (month: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1));

/** A month and a year: a list and a number, since two of the four great browsers have no month field. */
export const MonthWidget = (props: WidgetProps) => {
  const { id, value, onChange, required, disabled, options } = props;
  const { t } = useTranslation();
  const { lang } = useLocal();
  const given = typeof value === 'string' ? value : '';
  // Half an answer is kept as `2026-` or `-05`: no month, so the check says what is missing.
  const [year = '', month = ''] = given.split('-');
  const parts = { year, month };

  const change = (next: typeof parts): void => {
    const isEmpty = next.year === '' && next.month === '';
    onChange(isEmpty ? options.emptyValue : `${next.year}-${next.month}`);
  };
  return (
    <div className={styles.month}>
      <Select
        id={`${id}-month`}
        width="auto"
        value={parts.month}
        required={required ?? false}
        disabled={disabled ?? false}
        aria-label={t('form.month')}
        onChange={(event) => change({ ...parts, month: event.target.value })}
        {...described(props)}
      >
        <option value="">{t('form.month')}</option>
        {Array.from({ length: 12 }, (_, index) => (
          <option key={index} value={String(index + 1).padStart(2, '0')}>
            {monthName(index + 1, lang)}
          </option>
        ))}
      </Select>
      <Input
        type="text"
        inputMode="numeric"
        size={6}
        maxLength={4}
        value={parts.year}
        required={required ?? false}
        disabled={disabled ?? false}
        aria-label={t('form.year')}
        onChange={(event) => change({ ...parts, year: event.target.value.trim() })}
        {...described(props)}
      />
    </div>
  );
};
