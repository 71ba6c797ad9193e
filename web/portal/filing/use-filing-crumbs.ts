import { useTranslation } from 'react-i18next';
import { useLocal } from '../../texts/use-local.ts';
import type { Crumb } from '../../ui/Breadcrumbs.tsx';
import { useFiling } from './filing-context.ts';

export const useFilingCrumbs = (): Crumb[] => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const { service } = useFiling();
  return [
    { label: t('portal.services.title'), to: '/uslugi' },
    { label: local(service.title), to: `/uslugi/${service.serviceId}` },
    { label: t('portal.filing.form') },
  ];
};
