import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AddressText } from './AddressText.tsx';
import { FieldPage } from './FieldPage.tsx';
import { LetterState } from './LetterState.tsx';
import { deliveriesQuery } from './queries.ts';
import { Reading } from './Reading.tsx';
import { usePending } from './use-pending.ts';
import styles from './field.module.css';

type Props = { collectorId: string; view: 'open' | 'done' };

/** The collector's letters for today, by address, and those that are done. */
export const FieldList = ({ collectorId, view }: Props) => {
  const { t } = useTranslation();
  const query = useQuery(deliveriesQuery(view));
  const { pending } = usePending(collectorId);
  // The page of a letter comes now, while there is a network: at the door there may be none.
  useEffect(() => void import('./FieldLetter.tsx'), []);
  const items = query.data?.items ?? [];
  const isPending = (id: string): boolean => pending.some(({ deliveryId }) => deliveryId === id);
  return (
    <FieldPage collectorId={collectorId}>
      <PageTitle {...(query.data && view === 'open' && { lead: t('field.list.count', { count: items.length }) })}>
        {t(`field.list.title.${view}`)}
      </PageTitle>
      <nav aria-label={t('field.list.views')} className={styles.tabs}>
        {(['open', 'done'] as const).map((each) => (
          <Link
            key={each}
            to="/teren"
            search={each === 'done' ? { view: 'done' } : {}}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={each === view ? 'page' : undefined}
          >
            {t(`field.view.${each}`)}
          </Link>
        ))}
      </nav>
      <Reading query={query} />
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <EmptyState title={t(`field.empty.${view}`)} />}
      <ul className={styles.letters}>
        {items.map((letter) => (
          <li key={letter.id}>
            <Link to="/teren/$id" params={{ id: letter.id }} className={styles.letter}>
              <span className={styles.address}>
                <AddressText address={letter.address} />
              </span>
              <strong>{letter.recipientName}</strong>
              <span>
                {letter.letterTitle}
                {letter.registerNumber !== null && <> · {letter.registerNumber}</>}
              </span>
              <LetterState letter={letter} isPending={isPending(letter.id)} />
            </Link>
          </li>
        ))}
      </ul>
    </FieldPage>
  );
};
