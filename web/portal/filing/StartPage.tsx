import { Button } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { InstantText } from '../../ui/DateText.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { useFiling } from './filing-context.ts';
import { useFilingCrumbs } from './use-filing-crumbs.ts';
import { pagesAsked } from './pages.ts';
import styles from './filing.module.css';

/** A new draft goes straight to its first page; one begun before asks whether to go on or to start anew. */
export const StartPage = () => {
  const { t } = useTranslation();
  const { draft, form, answers, startAnew } = useFiling();
  const navigate = useNavigate();
  const crumbs = useFilingCrumbs();
  const page = pagesAsked(form, answers.answers)[0]?.page ?? '';
  const id = draft.serviceId;
  const isNew = draft.revision <= 1;
  const toFirst = (): Promise<void> => navigate({ to: '/uslugi/$id/formularz/$page', params: { id, page } });
  useEffect(() => {
    if (isNew) void navigate({ to: '/uslugi/$id/formularz/$page', params: { id, page }, replace: true });
  }, [isNew, id, page, navigate]);
  if (isNew) return <PageSkeleton />;
  return (
    <Page width="text" crumbs={crumbs}>
      <PageTitle>{t('portal.filing.resumeTitle')}</PageTitle>
      <p>
        {t('portal.filing.resume')} <InstantText at={draft.updatedAt} />.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => void toFirst()}>{t('portal.filing.continue')}</Button>
        <ConfirmButton
          question={t('portal.filing.anewQuestion')}
          confirm={t('portal.filing.anewConfirm')}
          onConfirm={() => void startAnew().then(toFirst)}
        >
          {t('portal.filing.anew')}
        </ConfirmButton>
      </div>
    </Page>
  );
};
