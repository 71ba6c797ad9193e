import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** In place of what is not read yet; without a network it says so instead of waiting for ever. */
export const Reading = ({ query }: { query: Pick<UseQueryResult, 'isPending' | 'fetchStatus'> }) => {
  const { t } = useTranslation();
  if (!query.isPending) return null;
  if (query.fetchStatus !== 'paused') return <Skeleton lines={5} />;
  return (
    <Notice tone="warning" live>
      <p>{t('field.offline')}</p>
    </Notice>
  );
};
