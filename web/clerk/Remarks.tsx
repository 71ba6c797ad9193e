import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/types.ts';
import { Notice } from '../ui/Notice.tsx';

/** What colleagues wrote on the case before: why a decision came back, why a letter did. */
export const Remarks = ({ remarks }: { remarks: NonNullable<TaskDetail['remarks']> }) => {
  const { t } = useTranslation();
  if (remarks.length === 0) return null;
  return (
    <Notice title={t('clerk.remarks.title')}>
      {remarks.map(({ name, text, by }, index) => (
        <p key={index}>
          {name ?? t('clerk.remarks.delivery')}
          {by !== null && <> ({by})</>}: <strong>{text}</strong>
        </p>
      ))}
    </Notice>
  );
};
