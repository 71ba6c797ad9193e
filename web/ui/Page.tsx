import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './Breadcrumbs.tsx';
import styles from './Page.module.css';

/** The body of a page: crumbs, then content in one column (`text`, 720) or over the whole width (`wide`, 1200). */
export const Page = ({
  crumbs,
  width = 'wide',
  dense = false,
  children,
}: {
  crumbs?: Crumb[];
  width?: 'text' | 'wide';
  /** Staff pages: 16 px instead of 18. */
  dense?: boolean;
  children: ReactNode;
}) => (
  <div className={styles.page} data-size={dense ? 'sm' : 'md'}>
    {crumbs && <Breadcrumbs crumbs={crumbs} />}
    <div className={width === 'text' ? styles.text : styles.wide}>{children}</div>
  </div>
);
