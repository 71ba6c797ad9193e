import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { Notice } from './Notice.tsx';
import { Page } from './Page.tsx';
import { PageTitle } from './PageTitle.tsx';

/** What an error means to a reader, in a sentence that says what to do. */
export const useFailureText = () => {
  const { t } = useTranslation();
  return (error: unknown): string => {
    if (error instanceof Unreachable) return t('ui.failure.unreachable');
    if (!(error instanceof ApiProblem)) return t('ui.failure.unknown');
    if (error.status === 401) return t('ui.failure.signedOut');
    return error.message !== '' ? error.message : t('ui.failure.unknown');
  };
};

/** In place of a part of a page that could not be read. */
export const FailureNotice = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const { t } = useTranslation();
  const text = useFailureText();
  return (
    <Notice tone="danger" live>
      <p>{text(error)}</p>
      {retry && (
        <div>
          <Button variant="secondary" onClick={retry}>
            {t('ui.failure.retry')}
          </Button>
        </div>
      )}
    </Notice>
  );
};

/** In place of a whole page. */
export const Failure = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const { t } = useTranslation();
  const isMissing = error instanceof ApiProblem && (error.status === 404 || error.status === 403);
  return (
    <Page width="text">
      <PageTitle hasErrors>{isMissing ? t('ui.failure.missingTitle') : t('ui.failure.title')}</PageTitle>
      {isMissing ? <p>{t('ui.failure.missing')}</p> : <FailureNotice error={error} {...(retry && { retry })} />}
    </Page>
  );
};
