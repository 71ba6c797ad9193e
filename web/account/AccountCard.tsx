import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/types.ts';
import { Amount, amountText } from '../ui/Amount.tsx';
import { DateText } from '../ui/DateText.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { useLocal } from '../texts/use-local.ts';
import styles from './account.module.css';
import { AccountHistory } from './AccountHistory.tsx';
import { ExplainAmount } from './ExplainAmount.tsx';
import { InstalmentTable } from './InstalmentTable.tsx';
import { inOrder, isDueNow, isOpen, sumOf } from './owed.ts';
import { usePay } from './use-pay.ts';

/** One account: what to pay now, its instalments with what they are made of, and its history. */
export const AccountCard = ({ account, today }: { account: Account; today: string }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const pay = usePay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const instalments = inOrder(account.instalments);
  const open = instalments.filter(isOpen);
  const due = open.filter(isDueNow);
  const next = open.find((instalment) => !isDueNow(instalment));
  const selected = open.filter((instalment) => chosen.has(instalment.id));
  const payAll = (which: typeof open): void => pay.mutate(which.map((instalment) => instalment.id));
  const toggle = (id: string): void =>
    setChosen((old) => (old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id])));

  return (
    <section className={styles.account} aria-labelledby={`account-${account.id}`}>
      <div className={styles.now}>
        <div>
          <h2 id={`account-${account.id}`}>{t([`account.kind.${account.kind}`, 'account.kind.other'])}</h2>
          <p className={styles.nowLabel}>{t('account.now')}</p>
          <p className={styles.nowAmount}>
            <Amount value={account.dueNow} strong />
          </p>
          {due.length === 0 && next && (
            <p>
              {t('account.nextDue')} <DateText date={next.dueOn} />
            </p>
          )}
        </div>
        {due.length > 0 && (
          <Button data-size="lg" loading={pay.isPending} onClick={() => payAll(due)}>
            {t('account.payNow', { amount: amountText(sumOf(account, due), lang) })}
          </Button>
        )}
      </div>
      {account.reminderCosts > 0 && (
        <p>
          {t('account.reminderCosts')} <Amount value={account.reminderCosts} strong />
        </p>
      )}
      {pay.isError && <FailureNotice error={pay.error} />}
      <InstalmentTable instalments={instalments} today={today} chosen={chosen} onToggle={toggle} />
      {open.length > 0 && (
        <div className={styles.paying}>
          <p role="status" className={styles.sum}>
            {t('account.chosen', { count: selected.length })} <Amount value={sumOf(account, selected)} strong />
          </p>
          <div className={styles.buttons}>
            <Button
              variant="secondary"
              disabled={selected.length === 0}
              loading={pay.isPending}
              onClick={() => payAll(selected)}
            >
              {t('account.paySelected')}
            </Button>
            <Button variant="tertiary" loading={pay.isPending} onClick={() => payAll(open)}>
              {t('account.payAll', { amount: amountText(sumOf(account, open), lang) })}
            </Button>
          </div>
        </div>
      )}
      {open.length > 1 && <p className={styles.transfer}>{t('account.crediting')}</p>}
      {account.liabilities.map((liability) => (
        <ExplainAmount key={liability.id} liability={liability} />
      ))}
      <AccountHistory account={account} />
      <p className={styles.transfer}>
        {t('account.transfer')}{' '}
        <span className={styles.bank}>{account.bankAccount.replace(/^(\d{2})|(\d{4})/g, '$1$2 ')}</span>
      </p>
    </section>
  );
};
