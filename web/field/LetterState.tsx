import { useTranslation } from 'react-i18next';
import type { Delivery } from '../api/types.ts';
import { useLocal } from '../texts/use-local.ts';
import { dateText } from '../ui/date-text.ts';
import { StatusTag, type Tone } from '../ui/StatusTag.tsx';

type Letter = Pick<Delivery, 'state' | 'secondNoticeFrom' | 'deemedOn' | 'effectiveOn'>;

const tones: Partial<Record<Delivery['state'], Tone>> = {
  waiting: 'info',
  'first-notice': 'warning',
  'second-notice': 'warning',
  returned: 'danger',
  recalled: 'danger',
};

/** How far a letter is, in words; what the handheld has not sent yet goes before what the office knows. */
export const LetterState = ({ letter, isPending }: { letter: Letter; isPending: boolean }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  if (isPending) return <StatusTag tone="warning">{t('field.pending.notSent')}</StatusTag>;
  const dateOf = (date: string | null): string => (date === null ? '–' : dateText(date, lang));
  const { state, secondNoticeFrom, deemedOn, effectiveOn } = letter;
  return (
    <StatusTag tone={tones[state] ?? 'success'} {...(state === 'waiting' && { icon: 'clock' as const })}>
      {t(`field.state.${state}`, {
        second: dateOf(secondNoticeFrom),
        deemed: dateOf(deemedOn),
        date: dateOf(effectiveOn),
      })}
    </StatusTag>
  );
};
