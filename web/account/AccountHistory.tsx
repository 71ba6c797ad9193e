import { useTranslation } from 'react-i18next';
import { address } from '../api/client.ts';
import type { Account } from '../api/types.ts';
import { Amount } from '../ui/Amount.tsx';
import { DateText, InstantText } from '../ui/DateText.tsx';
import styles from './account.module.css';

/** Bookings and letters: closed at first, since few look for them. */
export const AccountHistory = ({ account }: { account: Account }) => {
  const { t } = useTranslation();
  return (
    <>
      <details className={styles.explain}>
        <summary>{t('account.history.bookings', { count: account.bookings.length })}</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('account.history.bookingsLabel')}>
          <table className={styles.plain}>
            <thead>
              <tr>
                <th scope="col">{t('account.history.day')}</th>
                <th scope="col">{t('account.history.what')}</th>
                <th scope="col" className={styles.number}>
                  {t('account.history.debit')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('account.history.credit')}
                </th>
              </tr>
            </thead>
            <tbody>
              {account.bookings.map((booking) => (
                <tr key={booking.id}>
                  <td>
                    <DateText date={booking.effectiveOn} />
                  </td>
                  <td>{t([`account.booking.${booking.kind}`, 'account.booking.other'])}</td>
                  <td className={styles.number}>{booking.debit > 0 && <Amount value={booking.debit} />}</td>
                  <td className={styles.number}>{booking.credit > 0 && <Amount value={booking.credit} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <details className={styles.explain}>
        <summary>{t('account.history.letters', { count: account.letters.length })}</summary>
        <ul className={styles.explainBody}>
          {account.letters.map((letter) => (
            <li key={letter.id}>
              {letter.fileId === null ? (
                letter.title
              ) : (
                <a href={address('/files/{id}', { id: letter.fileId })} download>
                  {letter.title}
                </a>
              )}{' '}
              · <InstantText at={letter.createdAt} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};
