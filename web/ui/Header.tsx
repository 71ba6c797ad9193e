import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActingFor } from '../session/ActingFor.tsx';
import { signOut } from '../session/sign-out.ts';
import { useSession } from '../session/use-session.ts';
import { Mark } from '../theme/Mark.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Header.module.css';

/** The city, who is signed in and for whom they act, the language; the same on every page. */
export const Header = () => {
  const { t } = useTranslation();
  const session = useSession();
  const name =
    session?.kind === 'resident' ? session.person.name : session?.kind === 'staff' ? session.staff.name : null;
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <Link to="/" className={styles.brand}>
          <Mark />
          <span>
            <span className={styles.city}>{session?.office.name ?? t('ui.product')}</span>
            <span className={styles.product}>{t('ui.productLine')}</span>
          </span>
        </Link>
        <div className={styles.person}>
          <LanguageSwitch />
          {name !== null ? (
            <>
              <span className={styles.name}>
                <span className="visually-hidden">{t('ui.signedInAs')} </span>
                {name}
              </span>
              <Button variant="tertiary" data-size="sm" onClick={() => void signOut()}>
                {t('ui.signOut')}
              </Button>
            </>
          ) : (
            session && (
              <Button asChild variant="secondary" data-size="sm">
                <Link to="/logowanie">{t('ui.signIn')}</Link>
              </Button>
            )
          )}
        </div>
      </div>
      <div className={styles.bar}>
        <div className={styles.barInner}>
          <Navigation session={session} />
          {session?.kind === 'resident' && <ActingFor session={session} />}
        </div>
      </div>
    </header>
  );
};
