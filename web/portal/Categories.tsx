import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../ui/Failure.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useLocal } from '../texts/use-local.ts';
import styles from './Categories.module.css';
import { servicesQuery } from './queries.ts';

/** What people come with, by occasion, with the services named under each: one press to any of them. */
export const Categories = () => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const query = useQuery(servicesQuery(''));
  const services = query.data?.items ?? [];
  const categories = [...new Set(services.map((service) => service.category))];
  return (
    <section aria-labelledby="categories" className={styles.categories}>
      <h2 id="categories">{t('portal.home.categories')}</h2>
      {query.isPending && <Skeleton lines={3} />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      <ul className={styles.grid}>
        {categories.map((category) => (
          <li key={category}>
            <h3>{t([`portal.category.${category}`, 'portal.category.other'])}</h3>
            <ul>
              {services
                .filter((service) => service.category === category)
                .slice(0, 5)
                .map((service) => (
                  <li key={service.id}>
                    <Link to="/uslugi/$id" params={{ id: service.id }}>
                      {local(service.title)}
                    </Link>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/uslugi">{t('portal.home.allServices')}</Link>
      </p>
    </section>
  );
};
