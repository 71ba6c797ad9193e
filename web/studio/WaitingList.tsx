import { useTranslation } from 'react-i18next';
import { InstantText } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './studio.module.css';

type Waiting = { workflowId: string; until: string };

/** Who waits for which moment, in plain words; the technical name only to tell two of a kind apart. */
export const WaitingList = ({ waiting }: { waiting: Waiting[] }) => {
  const { t } = useTranslation();
  const sorted = [...waiting].sort((a, b) => a.until.localeCompare(b.until));
  return (
    <section className={styles.part} aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('studio.waiting.title')}</h2>
      {sorted.length === 0 && <EmptyState title={t('studio.waiting.none')} />}
      <ul className={styles.list}>
        {sorted.map(({ workflowId, until }) => {
          const kind = workflowId.split('/')[0]!;
          return (
            <li key={`${workflowId}${until}`}>
              <strong>{t([`studio.waiting.kind.${kind}`, 'studio.waiting.kind.other'])}</strong>
              <span>
                {t('studio.waiting.until')} <InstantText at={until} />
              </span>
              <small>{workflowId}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
