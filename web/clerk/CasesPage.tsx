import { Button, Table } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocal } from '../texts/use-local.ts';
import { DateText } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { DueTag } from './DueTag.tsx';
import { casesQuery } from './queries.ts';
import { SearchField } from './SearchField.tsx';
import inbox from './Inbox.module.css';
import styles from './CasePage.module.css';

type Status = 'open' | 'closed' | undefined;
const statuses: Status[] = [undefined, 'open', 'closed'];

/** Every case of the office, found by sign or party. */
export const CasesPage = ({ today, q, status }: { today: string; q: string; status: Status }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const navigate = useNavigate();
  const query = useInfiniteQuery(casesQuery(q, status));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const searchOf = (next: { q: string; status: Status }) => ({
    ...(next.q !== '' && { q: next.q }),
    ...(next.status && { status: next.status }),
  });
  return (
    <Page dense>
      <PageTitle>{t('clerk.cases.title')}</PageTitle>
      <div className={styles.filters}>
        <SearchField
          label={t('clerk.cases.search')}
          value={q}
          onSearch={(next) => void navigate({ to: '/urzad/sprawy', search: searchOf({ q: next, status }) })}
        />
        <nav aria-label={t('clerk.cases.statuses')} className={inbox.views}>
          {statuses.map((each) => (
            <Link
              key={each ?? 'all'}
              to="/urzad/sprawy"
              search={searchOf({ q, status: each })}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={each === status ? 'page' : undefined}
            >
              {t(`clerk.cases.status.${each ?? 'all'}`)}
            </Link>
          ))}
        </nav>
      </div>
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <EmptyState title={t('clerk.cases.none')} />}
      {items.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('clerk.cases.title')}>
          <Table data-size="sm" className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('clerk.cases.sign')}</th>
                <th scope="col">{t('clerk.cases.matter')}</th>
                <th scope="col">{t('clerk.cases.party')}</th>
                <th scope="col">{t('clerk.cases.opened')}</th>
                <th scope="col">{t('clerk.cases.state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <Link to="/urzad/sprawy/$id" params={{ id: each.id }}>
                      {each.caseSign ?? t('clerk.row.noSign')}
                    </Link>
                  </th>
                  <td>{local(each.title)}</td>
                  <td>{each.partyName}</td>
                  <td>
                    <DateText date={each.openedOn} />
                  </td>
                  <td>
                    {each.status === 'open' ? (
                      <DueTag dueOn={each.dueOn} today={today} />
                    ) : (
                      <StatusTag tone="success">{each.outcome ?? t('clerk.cases.status.closed')}</StatusTag>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {query.hasNextPage && (
        <div>
          <Button variant="secondary" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('clerk.inbox.more')}
          </Button>
        </div>
      )}
    </Page>
  );
};
