import { useTranslation } from 'react-i18next';
import { useLocal } from '../texts/use-local.ts';
import { dateText } from '../ui/date-text.ts';
import { StatusTag } from '../ui/StatusTag.tsx';
import { dueOf } from './due.ts';

/** When a task or case must be done: overdue in words, colour and icon. */
export const DueTag = ({ dueOn, today }: { dueOn: string | null; today: string }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const { key, count, tone } = dueOf(dueOn, today);
  const date = dueOn === null ? '' : dateText(dueOn, lang);
  return (
    <StatusTag tone={tone} icon={key === 'late' ? 'warning' : 'clock'}>
      {t(`clerk.due.${key}`, { count, date })}
    </StatusTag>
  );
};
