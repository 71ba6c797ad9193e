import { useTranslation } from 'react-i18next';
import { Page } from './Page.tsx';
import { PageTitle } from './PageTitle.tsx';

/** The accessibility statement: thin, and true. */
export const AccessibilityPage = () => {
  const { t } = useTranslation();
  return (
    <Page width="text" crumbs={[{ label: t('ui.accessibility') }]}>
      <PageTitle>{t('ui.accessibility')}</PageTitle>
      <p>{t('ui.accessibilityPage.aim')}</p>
      <h2>{t('ui.accessibilityPage.knownTitle')}</h2>
      <ul>
        <li>{t('ui.accessibilityPage.known1')}</li>
        <li>{t('ui.accessibilityPage.known2')}</li>
      </ul>
      <h2>{t('ui.accessibilityPage.keysTitle')}</h2>
      <p>{t('ui.accessibilityPage.keys')}</p>
      <h2>{t('ui.accessibilityPage.otherWayTitle')}</h2>
      <p>{t('ui.accessibilityPage.otherWay')}</p>
    </Page>
  );
};
