import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import { InstantText } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AdminPage } from './AdminPage.tsx';
import { incidentsQuery } from './queries.ts';
import styles from './studio.module.css';

/** Cases that stopped: where, why, and the button that lets them try again once the cause is gone. */
export const IncidentsPage = () => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery(incidentsQuery);
  const retry = useMutation({
    mutationFn: (body: { caseId: string; incidentKey: string }) => call(endpoints.office.retryIncident, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: incidentsQuery.queryKey }),
  });
  return (
    <AdminPage title={t('studio.incidents.title')} lead={t('studio.incidents.lead')}>
      {query.isPending && <Skeleton />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {retry.isError && <FailureNotice error={retry.error} />}
      {retry.isSuccess && (
        <Notice tone="success" live>
          <p>{t('studio.incidents.retried')}</p>
        </Notice>
      )}
      {query.data?.items.length === 0 && <EmptyState title={t('studio.incidents.none')} />}
      <ul className={styles.list}>
        {query.data?.items.map(({ caseId, caseSign, elementId, incidentKey, detail, at }) => (
          <li key={incidentKey}>
            <Link to="/urzad/sprawy/$id" params={{ id: caseId }}>
              {caseSign ?? t('clerk.row.noSign')}
            </Link>
            <span>
              {t('studio.incidents.step', { element: elementId })} · <InstantText at={at} />
            </span>
            <p>{detail}</p>
            <Button
              variant="secondary"
              data-size="sm"
              disabled={retry.isPending}
              onClick={() => retry.mutate({ caseId, incidentKey })}
            >
              {t('studio.incidents.retry')}
            </Button>
          </li>
        ))}
      </ul>
    </AdminPage>
  );
};
