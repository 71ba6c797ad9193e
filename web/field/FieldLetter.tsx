import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AddressText, addressText } from './AddressText.tsx';
import { FieldPage } from './FieldPage.tsx';
import { LetterState } from './LetterState.tsx';
import { undoMs } from './pending-attempts.ts';
import { deliveryQuery, fromList, type Attempt, type Outcome } from './queries.ts';
import { Reading } from './Reading.tsx';
import { RecordForm } from './RecordForm.tsx';
import { usePending } from './use-pending.ts';
import styles from './field.module.css';

type Props = { id: string; outcome?: Outcome | undefined; collectorId: string; today: string };

const choices = ['handed-over', 'absent', 'refused', 'address-wrong'] as const;

/** One letter at the door: whose it is, and what happened in one press and one short form. */
export const FieldLetter = ({ id, outcome, collectorId, today }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const query = useQuery({ ...deliveryQuery(id), ...fromList(queries, id) });
  const { pending, store } = usePending(collectorId);
  const letter = query.data;
  const isPending = pending.some(({ deliveryId }) => deliveryId === id);
  const isOpen = letter !== undefined && ['waiting', 'first-notice', 'second-notice'].includes(letter.state);

  const record = (attempt: Attempt): void => {
    store.add({
      deliveryId: id,
      recipientName: letter!.recipientName,
      attempt,
      sendAt: Date.now() + undoMs,
      refusal: null,
    });
    void navigate({ to: '/teren' });
  };

  return (
    <FieldPage collectorId={collectorId}>
      <Link to="/teren" className={styles.back}>
        {t('field.letter.back')}
      </Link>
      <Reading query={query} />
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {letter && (
        <>
          <PageTitle above={letter.letterTitle}>{letter.recipientName}</PageTitle>
          <p className={styles.address}>
            <AddressText address={letter.address} />
          </p>
          <div className={styles.row}>
            <LetterState letter={letter} isPending={isPending} />
            {letter.registerNumber !== null && <span>{letter.registerNumber}</span>}
          </div>
          {outcome === undefined && (
            <Button asChild variant="secondary">
              <a href={`geo:0,0?q=${encodeURIComponent(addressText(letter.address))}`}>{t('field.letter.navigate')}</a>
            </Button>
          )}
          {isPending && (
            <Notice tone="warning">
              <p>{t('field.letter.pending')}</p>
            </Notice>
          )}
          {isOpen && !isPending && outcome === undefined && (
            <div className={styles.choices}>
              <h2>{t('field.letter.what')}</h2>
              {choices.map((each) => (
                <Button
                  key={each}
                  variant={each === 'handed-over' ? 'primary' : 'secondary'}
                  onClick={() => void navigate({ to: '/teren/$id', params: { id }, search: { outcome: each } })}
                >
                  {t(`field.choice.${each}`)}
                </Button>
              ))}
            </div>
          )}
          {isOpen && !isPending && outcome !== undefined && (
            <RecordForm key={outcome} letter={letter} outcome={outcome} today={today} onRecord={record} />
          )}
        </>
      )}
    </FieldPage>
  );
};
