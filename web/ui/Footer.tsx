import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import styles from './Footer.module.css';

/** What a public office owes at the end of each page. */
export const Footer = () => {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{session?.office.name}</p>
        <ul>
          <li>
            <Link to="/dostepnosc">{t('ui.accessibility')}</Link>
          </li>
        </ul>
        {session?.demo === true && <p className={styles.demo}>{t('ui.demo')}</p>}
      </div>
    </footer>
  );
};
