import { useTranslation } from 'react-i18next';
import styles from './SkipLink.module.css';

/** The first thing that Tab meets: past the header, to the page. */
export const SkipLink = () => {
  const { t } = useTranslation();
  return (
    <a className={styles.skip} href="#main" onClick={() => document.getElementById('main')?.focus()}>
      {t('ui.skip')}
    </a>
  );
};
