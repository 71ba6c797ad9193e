import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import type { PendingAttempt } from './pending-attempts.ts';
import { usePending } from './use-pending.ts';
import styles from './field.module.css';

const useNow = (isRunning: boolean): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
};

/** Attempts that the office does not have yet: to take back in the first seconds, then waiting for the network, or refused. */
export const PendingList = ({ collectorId }: { collectorId: string }) => {
  const { t } = useTranslation();
  const { pending, store } = usePending(collectorId);
  const now = useNow(pending.length > 0);
  return (
    <section aria-label={t('field.pending.title')} aria-live="polite" className={styles.pendingList}>
      {pending.map((each) => (
        <div key={each.attempt.id} className={styles.pending}>
          <p>
            <strong>{each.recipientName}</strong>: {t(`field.outcome.${each.attempt.outcome}`)}
          </p>
          <Standing
            pending={each}
            secondsLeft={Math.ceil((each.sendAt - now) / 1000)}
            onRemove={() => store.remove(each.attempt.id)}
            onRetry={() => store.change(each.attempt.id, { refusal: null })}
          />
        </div>
      ))}
    </section>
  );
};

type StandingProps = { pending: PendingAttempt; secondsLeft: number; onRemove: () => void; onRetry: () => void };

const Standing = ({ pending, secondsLeft, onRemove, onRetry }: StandingProps) => {
  const { t } = useTranslation();
  if (pending.refusal !== null)
    return (
      <>
        <StatusTag tone="danger">{t('field.pending.refused')}</StatusTag>
        <p>{pending.refusal}</p>
        <div className={styles.row}>
          <Button variant="secondary" onClick={onRetry}>
            {t('field.pending.retry')}
          </Button>
          <ConfirmButton
            question={t('field.pending.removeQuestion')}
            confirm={t('field.pending.remove')}
            onConfirm={onRemove}
          >
            {t('field.pending.remove')}
          </ConfirmButton>
        </div>
      </>
    );
  if (secondsLeft > 0)
    return (
      <div className={styles.row}>
        <Button onClick={onRemove}>{t('field.pending.undo')}</Button>
        <span aria-hidden="true">{t('field.pending.sendsIn', { count: secondsLeft })}</span>
      </div>
    );
  return <StatusTag tone="warning">{t('field.pending.notSent')}</StatusTag>;
};
