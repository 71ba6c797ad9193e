import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../api/types.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { DueTag } from './DueTag.tsx';
import styles from './CasePage.module.css';

export const CaseTasks = ({ tasks, today }: { tasks: CaseDetail['tasks']; today: string }) => {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('clerk.case.tasks')}</h2>
      {tasks.length === 0 && <EmptyState title={t('clerk.case.noTasks')} />}
      <ul className={styles.list}>
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to="/urzad/zadania/$id" params={{ id: task.id }}>
              {task.name}
            </Link>
            {task.status === 'open' ? (
              <DueTag dueOn={task.dueOn} today={today} />
            ) : (
              <StatusTag tone={task.status === 'completed' ? 'success' : 'neutral'}>
                {t(`clerk.status.${task.status}`)}
              </StatusTag>
            )}
            {task.assigneeName !== null && (
              <span>
                {t(task.status === 'completed' ? 'clerk.case.doneBy' : 'clerk.row.assignee', {
                  name: task.assigneeName,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
