import { useTranslation } from 'react-i18next';
import { InstantText } from './DateText.tsx';
import { eventText, type TimelineEvent } from './event-text.ts';
import { useLocal } from '../texts/use-local.ts';
import styles from './Timeline.module.css';

/** What happened in a case, newest first, in words. `people` shows who did it: for staff only. */
export const Timeline = ({ events, people = false }: { events: TimelineEvent[]; people?: boolean }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className={styles.timeline}>
      {newestFirst.map((event) => (
        <li key={event.id}>
          <p className={styles.what}>{eventText(event, t, lang)}</p>
          <p className={styles.when}>
            <InstantText at={event.at} />
            {people && event.actorName !== null && <> · {event.actorName}</>}
          </p>
        </li>
      ))}
    </ol>
  );
};
