import { Button, Table } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AdminPage } from './AdminPage.tsx';
import { auditQuery } from './queries.ts';
import styles from './studio.module.css';

/** What was noted, with known names in words; an unknown one stays as it is written in the log. */
const detailsText = (details: Record<string, unknown>, t: TFunction): string =>
  Object.entries(details)
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      const told = name === 'outcome' ? t([`field.outcome.${text}`, 'studio.detail.value'], { value: text }) : text;
      return `${t([`studio.detail.${name}`, 'studio.detail.other'], { name })}: ${told}`;
    })
    .join(', ');

/** Who did what and when, newest first, and whether anyone touched the record afterwards. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(auditQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isIntact = query.data?.pages[0]?.intact;
  return (
    <AdminPage title={t('studio.audit.title')} lead={t('studio.audit.lead')}>
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {isIntact !== undefined && (
        <Notice
          tone={isIntact ? 'success' : 'danger'}
          title={t(isIntact ? 'studio.audit.intact' : 'studio.audit.broken')}
        >
          <p>{t(isIntact ? 'studio.audit.intactText' : 'studio.audit.brokenText')}</p>
        </Notice>
      )}
      {query.data && items.length === 0 && <EmptyState title={t('studio.audit.none')} />}
      {items.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('studio.audit.title')}>
          <Table data-size="sm" className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('studio.audit.at')}</th>
                <th scope="col">{t('studio.audit.who')}</th>
                <th scope="col">{t('studio.audit.what')}</th>
                <th scope="col">{t('studio.audit.subject')}</th>
                <th scope="col">{t('studio.audit.details')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <td>
                    <InstantText at={item.at} />
                  </td>
                  <td>{item.actorName}</td>
                  <td>{t([`studio.action.${item.action}`, 'studio.action.other'], { action: item.action })}</td>
                  <td>
                    {t([`studio.subject.${item.subjectType}`, 'studio.subject.other'], { type: item.subjectType })}{' '}
                    <small>{item.subjectId}</small>
                  </td>
                  <td>{detailsText(item.details, t)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {query.hasNextPage && (
        <div>
          <Button variant="secondary" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('studio.audit.more')}
          </Button>
        </div>
      )}
    </AdminPage>
  );
};
