import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from './Page.tsx';
import { PageTitle } from './PageTitle.tsx';

export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <Page width="text">
      <PageTitle>{t('ui.notFound.title')}</PageTitle>
      <p>{t('ui.notFound.text')}</p>
      <p>
        <Link to="/">{t('ui.notFound.home')}</Link>
      </p>
    </Page>
  );
};
