import { useTranslation } from 'react-i18next';
import type { Instalment } from '../api/types.ts';
import { Amount } from '../ui/Amount.tsx';
import { DateText } from '../ui/DateText.tsx';
import { StatusTag, type Tone } from '../ui/StatusTag.tsx';
import styles from './account.module.css';
import { isOpen, owed } from './owed.ts';

const tones: Record<Instalment['state'], Tone> = {
  planned: 'neutral',
  due: 'info',
  overdue: 'warning',
  reminded: 'warning',
  enforced: 'danger',
  paid: 'success',
};

type Props = {
  instalments: Instalment[];
  today: string;
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
};

/** Instalments by date, late ones first; on a narrow screen each is a card. */
export const InstalmentTable = ({ instalments, today, chosen, onToggle }: Props) => {
  const { t } = useTranslation();
  const nameOf = (each: Instalment): string =>
    t('account.instalment', {
      tax: t([`account.tax.${each.tax}`, 'account.tax.other']),
      year: each.year,
      number: each.number,
      of: each.of,
    });
  const labels = {
    due: t('account.column.due'),
    amount: t('account.column.amount'),
    interest: t('account.column.interest'),
    owed: t('account.column.owed'),
    state: t('account.column.state'),
  };
  return (
    <table className={styles.table}>
      <caption>
        {t('account.instalments')} <DateText date={today} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('account.column.choose')}</th>
          <th scope="col">{t('account.column.what')}</th>
          <th scope="col">{labels.due}</th>
          <th scope="col" className={styles.number}>
            {labels.amount}
          </th>
          <th scope="col" className={styles.number}>
            {labels.interest}
          </th>
          <th scope="col" className={styles.number}>
            {labels.owed}
          </th>
          <th scope="col">{labels.state}</th>
        </tr>
      </thead>
      <tbody>
        {instalments.map((each) => (
          <tr key={each.id}>
            <td className={styles.choose}>
              {isOpen(each) && (
                <input
                  type="checkbox"
                  className="ds-input"
                  checked={chosen.has(each.id)}
                  aria-label={t('account.choose', { name: nameOf(each) })}
                  onChange={() => onToggle(each.id)}
                />
              )}
            </td>
            <th scope="row">{nameOf(each)}</th>
            <td data-label={labels.due}>
              <DateText date={each.dueOn} />
            </td>
            <td data-label={labels.amount} className={styles.number}>
              <Amount value={each.amount} />
            </td>
            <td data-label={labels.interest} className={styles.number}>
              {each.interest > 0 ? <Amount value={each.interest} /> : '–'}
            </td>
            <td data-label={labels.owed} className={styles.number}>
              <Amount value={each.state === 'paid' ? 0 : owed(each)} strong />
            </td>
            <td data-label={labels.state}>
              <StatusTag tone={tones[each.state]}>{t(`account.state.${each.state}`)}</StatusTag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
