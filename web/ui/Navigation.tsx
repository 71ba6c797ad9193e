import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Session } from '#api/contracts/session';
import styles from './Navigation.module.css';

type Entry = { to: string; label: string };

/** The few places that a kind of person goes to. */
export const Navigation = ({ session }: { session: Session | undefined }) => {
  const { t } = useTranslation();
  const resident: Entry[] = [
    { to: '/uslugi', label: t('ui.nav.services') },
    { to: '/moje-sprawy', label: t('ui.nav.myMatters') },
    { to: '/konto', label: t('ui.nav.account') },
  ];
  const roles = session?.kind === 'staff' ? session.staff.roles : [];
  const isOnlyCollector = roles.includes('collector') && roles.length === 1;
  const staff: Entry[] = [
    ...(isOnlyCollector
      ? []
      : [
          { to: '/urzad/zadania', label: t('ui.nav.tasks') },
          { to: '/urzad/sprawy', label: t('ui.nav.cases') },
        ]),
    ...(roles.includes('collector') ? [{ to: '/teren', label: t('ui.nav.field') }] : []),
    ...(roles.includes('admin') ? [{ to: '/administracja', label: t('ui.nav.administration') }] : []),
  ];
  return (
    <nav aria-label={t('ui.nav.label')} className={styles.nav}>
      <ul>
        {(session?.kind === 'staff' ? staff : resident).map(({ to, label }) => (
          <li key={to}>
            <Link to={to} activeProps={{ className: styles.active!, 'aria-current': 'page' }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
