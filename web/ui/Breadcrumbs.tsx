import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './Breadcrumbs.module.css';

export type Crumb = { label: string; to?: string };

/** The way here from the front door; the last crumb is the page itself. */
export const Breadcrumbs = ({ crumbs }: { crumbs: Crumb[] }) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.crumbs')} className={styles.crumbs}>
      <ol>
        <li>
          <Link to="/">{t('ui.home')}</Link>
        </li>
        {crumbs.map((crumb, index) => (
          <li key={crumb.label}>
            {crumb.to !== undefined && index < crumbs.length - 1 ? (
              <Link to={crumb.to}>{crumb.label}</Link>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};
