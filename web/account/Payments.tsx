import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../api/types.ts';
import { Amount } from '../ui/Amount.tsx';
import { InstantText } from '../ui/DateText.tsx';
import { StatusTag, type Tone } from '../ui/StatusTag.tsx';
import styles from './account.module.css';

export const paymentTones: Record<Payment['state'], Tone> = {
  created: 'neutral',
  redirected: 'neutral',
  notified: 'info',
  verified: 'info',
  booked: 'success',
  failed: 'warning',
  expired: 'neutral',
};

/** Payments begun here, each with its state: people come back to see whether the money arrived. */
export const Payments = ({ payments }: { payments: Payment[] }) => {
  const { t } = useTranslation();
  if (payments.length === 0) return null;
  return (
    <section className={styles.payments}>
      <h2>{t('account.payments')}</h2>
      <ul>
        {payments.map((payment) => (
          <li key={payment.id}>
            <Link to="/konto/platnosci/$id" params={{ id: payment.id }}>
              <Amount value={payment.amount} strong /> · <InstantText at={payment.createdAt} />
            </Link>
            <StatusTag tone={paymentTones[payment.state]}>{t(`account.payment.short.${payment.state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
};
