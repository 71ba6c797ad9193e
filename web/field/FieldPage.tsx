import type { ReactNode } from 'react';
import { PendingList } from './PendingList.tsx';
import { useSender } from './use-sender.ts';
import styles from './field.module.css';

/** The frame of the collector's pages: black on white for sunlight, large, with what is not sent yet on top. */
export const FieldPage = ({ collectorId, children }: { collectorId: string; children: ReactNode }) => {
  useSender(collectorId);
  return (
    <div className={styles.field} data-color-scheme="light">
      <div className={styles.column}>
        <PendingList collectorId={collectorId} />
        {children}
      </div>
    </div>
  );
};
