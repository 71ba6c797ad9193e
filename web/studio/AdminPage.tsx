import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './studio.module.css';

const tabs = [
  { to: '/administracja', key: 'clock' },
  { to: '/administracja/dziennik', key: 'audit' },
  { to: '/administracja/incydenty', key: 'incidents' },
] as const;

/** The frame of the administrator's pages, with the way between them. */
export const AdminPage = ({ title, lead, children }: { title: string; lead: string; children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Page dense>
      <nav aria-label={t('studio.tabs.label')} className={styles.tabs}>
        {tabs.map(({ to, key }) => (
          <Link key={key} to={to} activeOptions={{ exact: true }}>
            {t(`studio.tabs.${key}`)}
          </Link>
        ))}
      </nav>
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
    </Page>
  );
};
