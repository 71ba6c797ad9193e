import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '../api/types.ts';
import { DueTag } from './DueTag.tsx';
import { taskQuery, type View } from './queries.ts';
import styles from './Inbox.module.css';

type Props = {
  task: TaskSummary;
  today: string;
  isOpen: boolean;
  isGone: boolean;
  filters: { view: View; q?: string };
};

/** One task of the list: sign, subject, whose it is, when it is due. */
export const TaskRow = ({ task, today, isOpen, isGone, filters }: Props) => {
  const { t } = useTranslation();
  // A task just taken leaves the list of the free ones, but not the clerk: it is theirs and open beside.
  const known = useQuery({ ...taskQuery(task.id), enabled: false }).data;
  const isTaken = known?.mine === true && known.status === 'open';
  const isAway = isGone && !isTaken;
  const whose =
    isTaken || task.mine
      ? t('clerk.row.mine')
      : task.assigneeName !== null
        ? t('clerk.row.assignee', { name: task.assigneeName })
        : t('clerk.row.free');
  return (
    <li className={isAway ? styles.gone : undefined}>
      <Link
        to="/urzad/zadania/$id"
        params={{ id: task.id }}
        search={filters}
        className={styles.row}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className={styles.rowTop}>
          <span className={styles.sign}>{task.caseSign ?? t('clerk.row.noSign')}</span>
          {task.status === 'open' && <DueTag dueOn={task.dueOn} today={today} />}
        </span>
        <span className={styles.name}>{task.name}</span>
        <span className={styles.subject}>
          {task.partyName} · {task.subject}
        </span>
        <span className={styles.whose}>{isAway ? t('clerk.row.gone') : whose}</span>
      </Link>
    </li>
  );
};
