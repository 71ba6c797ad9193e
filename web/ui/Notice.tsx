import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';

/** A message in the page: what happened or what to know. `live` reads it aloud when it appears. */
export const Notice = ({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) => (
  <div className={styles.notice} data-color={tone} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <Icon name={tone === 'success' ? 'done' : tone === 'info' ? 'info' : 'warning'} size="1.5em" />
    <div className={styles.body} data-color="accent">
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  </div>
);
