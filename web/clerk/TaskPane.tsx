import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import type { TaskDetail } from '../api/types.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { DecisionView } from './DecisionView.tsx';
import { DueTag } from './DueTag.tsx';
import { FiledAnswers } from './FiledAnswers.tsx';
import { taskQuery } from './queries.ts';
import { Remarks } from './Remarks.tsx';
import { TaskForm } from './TaskForm.tsx';
import { TaskRefusal } from './TaskRefusal.tsx';
import { useKeys } from './use-keys.ts';
import { useTaskActions } from './use-task-actions.ts';
import styles from './TaskPane.module.css';

type Props = {
  id: string;
  today: string;
  hasKeys: boolean;
  onCompleted: (task: TaskDetail, nextTaskId: string | null) => void;
};

/** The open task: whose it is, the filed answers and the clerk's form side by side. */
export const TaskPane = ({ id, ...props }: Props) => {
  const query = useQuery(taskQuery(id));
  if (query.isPending) return <Skeleton lines={8} />;
  if (query.isError) {
    // Asking again does not help whoever may not see it.
    if (query.error instanceof ApiProblem && query.error.status === 404) return <NoSuchTask />;
    return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  }
  return <TaskView task={query.data} {...props} />;
};

const NoSuchTask = () => {
  const { t } = useTranslation();
  return <PageTitle lead={t('clerk.task.noneText')}>{t('clerk.task.none')}</PageTitle>;
};

/** The button that was pressed is gone when a task changes hands: whoever came by keyboard goes on at the form. */
const useFocusWhenTaken = (isMine: boolean): void => {
  const wasMine = useRef(isMine);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (wasMine.current !== isMine && isLost) {
      document.getElementById('task-form-title')?.focus({ preventScroll: true });
    }
    wasMine.current = isMine;
  }, [isMine]);
};

export const TaskView = ({ task, today, hasKeys, onCompleted }: { task: TaskDetail } & Omit<Props, 'id'>) => {
  const { t } = useTranslation();
  const actions = useTaskActions(task, (next) => onCompleted(task, next));
  const { claim, release, refreshTask } = actions;
  const isOpen = task.status === 'open';
  const isBusy = claim.isPending || release.isPending;
  useFocusWhenTaken(task.mine);

  const mayTake = isOpen && task.mayClaim && !task.mine && !isBusy;
  useKeys({ c: () => mayTake && claim.mutate() }, hasKeys);

  return (
    <article className={styles.task}>
      <header className={styles.head}>
        <PageTitle
          above={
            <Link to="/urzad/sprawy/$id" params={{ id: task.caseId }}>
              {task.caseSign ?? t('clerk.row.noSign')}
            </Link>
          }
        >
          {task.name}
        </PageTitle>
        <p>
          <strong>{task.partyName}</strong> · {task.subject}
        </p>
        <div className={styles.state}>
          {isOpen ? (
            <DueTag dueOn={task.dueOn} today={today} />
          ) : (
            <StatusTag tone="success">{t(`clerk.status.${task.status}`)}</StatusTag>
          )}
          <Owner task={task} />
          {isOpen && !task.mine && task.mayClaim && (
            <Button disabled={isBusy} onClick={() => claim.mutate()}>
              {t('clerk.task.claim')}
            </Button>
          )}
          {isOpen && task.mine && (
            <Button variant="secondary" disabled={isBusy} onClick={() => release.mutate()}>
              {t('clerk.task.release')}
            </Button>
          )}
        </div>
        <a className={styles.toForm} href="#task-form-title">
          {t('clerk.task.toForm')}
        </a>
        <TaskRefusal error={claim.error ?? release.error} reload={() => void refreshTask()} />
      </header>
      <Remarks remarks={task.remarks ?? []} />
      {task.decision && <DecisionView decision={task.decision} today={today} />}
      <div className={styles.sides}>
        <FiledAnswers filed={task.filed} />
        <TaskForm key={`${task.id}/${task.mine}`} task={task} actions={actions} hasKeys={hasKeys} />
      </div>
    </article>
  );
};

const Owner = ({ task }: { task: TaskDetail }) => {
  const { t } = useTranslation();
  if (task.mine)
    return (
      <StatusTag tone="info" icon="you">
        {t('clerk.row.mine')}
      </StatusTag>
    );
  if (task.assigneeName !== null) return <span>{t('clerk.row.assignee', { name: task.assigneeName })}</span>;
  if (task.status !== 'open') return null;
  return <span>{task.mayClaim ? t('clerk.row.free') : t('clerk.task.notForYou')}</span>;
};
