import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NeedsSession } from '../session/NeedsSession.tsx';
import type { StaffSession } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

/** Shows its page to administrators; the API refuses the others anyway, this says it in words. */
export const AdminOnly = ({ children }: { children: (session: StaffSession) => ReactNode }) => {
  const { t } = useTranslation();
  return (
    <NeedsSession kind="staff">
      {(session) =>
        session.staff.roles.includes('admin') ? (
          children(session)
        ) : (
          <Page width="text" dense>
            <PageTitle>{t('studio.notAdmin.title')}</PageTitle>
            <p>{t('studio.notAdmin.text')}</p>
          </Page>
        )
      }
    </NeedsSession>
  );
};
