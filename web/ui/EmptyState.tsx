import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Where a list would be: says that it is empty and what to do. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles.empty}>
    <p className={styles.title}>{title}</p>
    {children}
  </div>
);
