import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { useLocal } from '../texts/use-local.ts';
import { servicesQuery } from './queries.ts';
import { SearchBox } from './SearchBox.tsx';
import styles from './ServicesPage.module.css';

/** The list of services; the words looked for stand in the address. */
export const ServicesPage = ({ q }: { q: string }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const navigate = useNavigate();
  const query = useQuery(servicesQuery(q));
  const items = query.data?.items ?? [];
  return (
    <Page width="text" crumbs={[{ label: t('portal.services.title') }]}>
      <PageTitle>{t('portal.services.title')}</PageTitle>
      <SearchBox
        key={q}
        initial={q}
        label={t('portal.search.label')}
        onSearch={(words) => void navigate({ to: '/uslugi', search: words === '' ? {} : { q: words } })}
      />
      <div aria-live="polite">
        {query.isSuccess && q !== '' && <p>{t('portal.services.found', { count: items.length, q })}</p>}
      </div>
      {query.isPending && <Skeleton />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <EmptyState title={t('portal.services.none')}>
          <p>{t('portal.services.noneHint')}</p>
          <Link to="/uslugi">{t('portal.home.allServices')}</Link>
        </EmptyState>
      )}
      <ul className={styles.list}>
        {items.map((service) => (
          <li key={service.id}>
            <h2>
              <Link to="/uslugi/$id" params={{ id: service.id }}>
                {local(service.title)}
              </Link>
            </h2>
            <p>{local(service.promise)}</p>
            {service.online && <StatusTag tone="success">{t('portal.services.online')}</StatusTag>}
          </li>
        ))}
      </ul>
    </Page>
  );
};
