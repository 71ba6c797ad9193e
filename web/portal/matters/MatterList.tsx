import type { UseQueryResult } from '@tanstack/react-query';
import { Children, type ReactNode } from 'react';
import { FailureNotice } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './matters.module.css';

/** One of the lists: its name with the count, its lines, or the sentence that it is empty. */
export const MatterList = ({
  title,
  query,
  empty,
  children,
}: {
  title: string;
  query: UseQueryResult<unknown>;
  empty: string;
  children: ReactNode;
}) => {
  const count = Children.count(Children.toArray(children));
  return (
    <section className={styles.section}>
      <h2>
        {title} {query.isSuccess && <span className={styles.count}>({count})</span>}
      </h2>
      {query.isPending && <Skeleton lines={2} />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && count === 0 && <p className={styles.empty}>{empty}</p>}
      {count > 0 && <ul className={styles.list}>{children}</ul>}
    </section>
  );
};
