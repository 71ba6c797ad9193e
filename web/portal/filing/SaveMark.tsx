import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { endpoints } from '../../api/endpoints.ts';
import { useLocal } from '../../texts/use-local.ts';
import { timeText } from '../../ui/date-text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFiling } from './filing-context.ts';
import { forget } from './kept-answers.ts';
import styles from './filing.module.css';

/** Where the answers are now, in words. */
export const SaveMark = () => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const { answers } = useFiling();
  const { state, savedAt } = answers;
  if (state === 'elsewhere') return <ChangedElsewhere />;
  const words = {
    saved: t('portal.filing.saved', { time: timeText(savedAt, lang) }),
    saving: t('portal.filing.saving'),
    local: t('portal.filing.local'),
  };
  return (
    <p className={styles.saved} role="status">
      <Icon name={state === 'local' ? 'warning' : state === 'saving' ? 'clock' : 'done'} size="1em" />
      {words[state]}
    </p>
  );
};

/** The draft was changed on another device: the person says which one stays. */
const ChangedElsewhere = () => {
  const { t } = useTranslation();
  const { answers, draft } = useFiling();
  const keepThis = async (): Promise<void> =>
    answers.keepThis(await call(endpoints.submissions.openDraft, { body: { serviceId: draft.serviceId } }));
  const takeOther = (): void => {
    forget(draft.id);
    location.reload();
  };
  return (
    <Notice tone="warning" title={t('portal.filing.elsewhere')} live>
      <div className={styles.buttons}>
        <Button variant="secondary" onClick={() => void keepThis()}>
          {t('portal.filing.keepThis')}
        </Button>
        <Button variant="tertiary" onClick={takeOther}>
          {t('portal.filing.takeOther')}
        </Button>
      </div>
    </Notice>
  );
};
