import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/types.ts';
import { Amount, amountText } from '../ui/Amount.tsx';
import { useLocal } from '../texts/use-local.ts';
import styles from './account.module.css';
import { Derivation } from './Derivation.tsx';

/** Why this much: each line of the reckoning in a sentence, with the article it comes from. */
export const ExplainAmount = ({ liability }: { liability: Account['liabilities'][number] }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const tax = t([`account.tax.${liability.tax}`, 'account.tax.other']);
  return (
    <details className={styles.explain}>
      <summary>
        {t('account.explain.title', { tax, year: liability.year, amount: amountText(liability.amount, lang) })}
      </summary>
      <div className={styles.explainBody}>
        {liability.derivation.length === 0 ? (
          <p>{t('account.explain.none')}</p>
        ) : (
          <Derivation lines={liability.derivation} />
        )}
        <p>
          {t('account.explain.whole')} <Amount value={liability.amount} strong />
        </p>
        {liability.caseId !== null && (
          <p>
            <Link to="/moje-sprawy/$id" params={{ id: liability.caseId }}>
              {t('account.explain.case')}
            </Link>
          </p>
        )}
      </div>
    </details>
  );
};
