import { useTranslation } from 'react-i18next';
import { plainDate } from '#domain/calendar/plain-date';
import { paperFictionDelivered, secondNoticeFrom } from '#domain/deadlines';
import type { Delivery } from '../api/types.ts';
import { useLocal } from '../texts/use-local.ts';
import { dateText } from '../ui/date-text.ts';
import { Notice } from '../ui/Notice.tsx';

type Letter = Pick<Delivery, 'state' | 'firstNoticeOn' | 'secondNoticeFrom' | 'deemedOn'>;

/** A second notice left before the seventh day is none (Ordynacja podatkowa, art. 150 § 2 and 3). */
export const secondNoticeIsEarly = (letter: Letter, today: string): boolean =>
  letter.state === 'second-notice' ||
  (letter.state === 'first-notice' && letter.secondNoticeFrom !== null && today < letter.secondNoticeFrom);

/** Which notice this is and what follows from it, by dates. */
export const NoticeDates = ({ letter, today }: { letter: Letter; today: string }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const on = plainDate(letter.firstNoticeOn ?? today);
  const dates = {
    first: dateText(on, lang),
    second: dateText(letter.secondNoticeFrom ?? secondNoticeFrom(on), lang),
    deemed: dateText(letter.deemedOn ?? paperFictionDelivered(on), lang),
  };
  if (letter.state === 'second-notice')
    return (
      <Notice tone="warning" title={t('field.notice.bothTitle')}>
        <p>{t('field.notice.both', dates)}</p>
      </Notice>
    );
  if (secondNoticeIsEarly(letter, today))
    return (
      <Notice tone="warning" title={t('field.notice.earlyTitle')}>
        <p>{t('field.notice.early', dates)}</p>
      </Notice>
    );
  const which = letter.state === 'first-notice' ? 'second' : 'first';
  return (
    <Notice title={t(`field.notice.${which}Title`)}>
      <p>{t(`field.notice.${which}`, dates)}</p>
    </Notice>
  );
};
