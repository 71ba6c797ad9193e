import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { plainDate } from '#domain/calendar/plain-date';
import { plannedOn } from '#domain/tax/instalments';
import { DerivationTable } from '../case/DerivationTable.tsx';
import { Amount } from '../ui/Amount.tsx';
import { DateText } from '../ui/DateText.tsx';
import { readDecision } from './read-decision.ts';
import styles from './TaskPane.module.css';

/** The draft decision as the second person reads it: the amount, where each złoty comes from, and when it will be due. */
export const DecisionView = ({ decision, today }: { decision: Record<string, unknown>; today: string }) => {
  const { t } = useTranslation();
  const { amount, year, derivation, instalments: planned, preparedBy } = readDecision(decision);
  const instalments = plannedOn(planned, plainDate(today));
  return (
    <section className={styles.decision} aria-labelledby="decision-title">
      <h2 id="decision-title">{t('clerk.decision.title', { year })}</h2>
      <p className={styles.amount}>
        <Amount value={amount} strong />
      </p>
      {preparedBy !== null && <p>{t('clerk.decision.preparedBy', { name: preparedBy })}</p>}
      <DerivationTable lines={derivation} amount={amount} caption={t('clerk.decision.derivation')} />
      {instalments.length > 0 && (
        <Table data-size="sm" className={styles.instalments}>
          <caption>{t('clerk.decision.instalments')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('clerk.decision.number')}</th>
              <th scope="col">{t('clerk.decision.due')}</th>
              <th scope="col" className={styles.number}>
                {t('case.derivation.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {instalments.map(({ number, dueDate, amount: part }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>{dueDate === null ? t('clerk.decision.afterDelivery') : <DateText date={dueDate} />}</td>
                <td className={styles.number}>
                  <Amount value={part} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {instalments.some(({ dueDate }) => dueDate !== null) && <p>{t('clerk.decision.laterDelivery')}</p>}
    </section>
  );
};
