import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './SignInPage.module.css';
import { signInAddress } from './use-session.ts';

/** Two doors: residents by the national login, staff by the office's directory. */
export const SignInPage = ({ returnTo }: { returnTo: string | undefined }) => {
  const { t } = useTranslation();
  return (
    <Page>
      <PageTitle>{t('session.signIn.title')}</PageTitle>
      <div className={styles.doors}>
        <section className={styles.door}>
          <h2>{t('session.signIn.resident')}</h2>
          <p>{t('session.signIn.residentHint')}</p>
          <Button asChild>
            <a href={signInAddress('resident', returnTo ?? '/moje-sprawy')}>{t('session.signIn.residentButton')}</a>
          </Button>
        </section>
        <section className={styles.door}>
          <h2>{t('session.signIn.staff')}</h2>
          <p>{t('session.signIn.staffHint')}</p>
          <Button asChild variant="secondary">
            <a href={signInAddress('staff', returnTo ?? '/urzad')}>{t('session.signIn.staffButton')}</a>
          </Button>
        </section>
      </div>
    </Page>
  );
};
