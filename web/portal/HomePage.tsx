import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Categories } from './Categories.tsx';
import styles from './HomePage.module.css';
import { SearchBox } from './SearchBox.tsx';

/** The front door: search, life events, my matters, what I owe. */
export const HomePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <div className={styles.front}>
        <div className={styles.frontInner}>
          <PageTitle lead={t('portal.home.lead')}>{t('portal.home.title')}</PageTitle>
          <SearchBox
            label={t('portal.search.label')}
            onSearch={(q) => void navigate({ to: '/uslugi', search: q === '' ? {} : { q } })}
          />
        </div>
      </div>
      <div className={styles.body}>
        <Categories />
        <section aria-labelledby="mine" className={styles.mine}>
          <h2 id="mine">{t('portal.home.mine')}</h2>
          <div className={styles.cards}>
            <Link to="/moje-sprawy" className={styles.card}>
              <Icon name="file" size="1.75rem" />
              <span>
                <strong>{t('portal.home.myMatters')}</strong>
                <span>{t('portal.home.myMattersHint')}</span>
              </span>
            </Link>
            <Link to="/konto" className={styles.card}>
              <Icon name="coins" size="1.75rem" />
              <span>
                <strong>{t('portal.home.account')}</strong>
                <span>{t('portal.home.accountHint')}</span>
              </span>
            </Link>
          </div>
        </section>
      </div>
    </>
  );
};
