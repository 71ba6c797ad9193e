import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/types.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { nextInList } from './next-in-list.ts';
import { tasksQuery, views, type View } from './queries.ts';
import { SearchField } from './SearchField.tsx';
import { TaskPane } from './TaskPane.tsx';
import { TaskRow } from './TaskRow.tsx';
import { useKeys } from './use-keys.ts';
import { useSteadyRows } from './use-steady-rows.ts';
import { useSwitch } from './use-switch.ts';
import styles from './Inbox.module.css';

type Props = { today: string; view: View; q: string; taskId?: string | undefined };

/** The task inbox: views with counts, the list on the left, the open task on the right; all of it by keyboard too. */
export const Inbox = ({ today, view, q, taskId }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const query = useInfiniteQuery(tasksQuery(view, q));
  const list = useSteadyRows(
    `${view}/${q}`,
    query.data?.pages.flatMap(({ items }) => items),
  );
  const [done, setDone] = useState<{ name: string; sign: string } | null>(null);
  const [opensNext, setOpensNext] = useSwitch('open-next-task');
  const [hasKeys, setHasKeys] = useSwitch('inbox-keys');
  const help = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const filters = { view, ...(q !== '' && { q }) };
  const counts = query.data?.pages[0]?.counts;

  const open = (id: string | null): void =>
    void (id === null
      ? navigate({ to: '/urzad/zadania', search: filters })
      : navigate({ to: '/urzad/zadania/$id', params: { id }, search: filters }));
  const step = (by: 1 | -1): void => {
    const at = list.rows.findIndex(({ id }) => id === taskId);
    const next = list.rows[at === -1 ? 0 : at + by];
    if (next === undefined) return;
    setDone(null);
    open(next.id);
  };
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      '/': () => search.current?.focus(),
      '?': () => help.current?.showModal(),
    },
    hasKeys,
  );

  const completed = (task: TaskDetail, nextTaskId: string | null): void => {
    setDone({ name: task.name, sign: task.caseSign ?? t('clerk.row.noSign') });
    const next = nextTaskId ?? nextInList(list.rows, task.id, view, list.isGone);
    void queries.invalidateQueries({ queryKey: ['tasks'] }).then(list.showFresh);
    open(opensNext ? next : null);
  };

  return (
    <Page dense>
      <div className={taskId === undefined ? styles.inbox : styles.inboxWithTask}>
        <section className={styles.list} aria-label={t('clerk.inbox.title')}>
          {taskId === undefined ? (
            <PageTitle>{t('clerk.inbox.title')}</PageTitle>
          ) : (
            <p className={styles.listTitle}>{t('clerk.inbox.title')}</p>
          )}
          <nav aria-label={t('clerk.inbox.views')} className={styles.views}>
            {views.map((each) => (
              <Link
                key={each}
                to="/urzad/zadania"
                search={{ ...filters, view: each }}
                aria-current={each === view ? 'page' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {t(`clerk.view.${each}`)} <span className={styles.count}>{counts?.[each] ?? '–'}</span>
              </Link>
            ))}
          </nav>
          <SearchField
            ref={search}
            label={t('clerk.inbox.search')}
            value={q}
            onSearch={(next) =>
              void navigate({ to: '/urzad/zadania', search: { view, ...(next !== '' && { q: next }) } })
            }
          />
          {list.fresh > 0 && (
            <Button variant="secondary" data-size="sm" onClick={list.showFresh}>
              {t('clerk.inbox.fresh', { count: list.fresh })}
            </Button>
          )}
          {query.isPending && <Skeleton lines={6} />}
          {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
          {query.data && list.rows.length === 0 && (
            <EmptyState title={t(q === '' ? `clerk.empty.${view}` : 'clerk.empty.search')} />
          )}
          <ul className={styles.rows}>
            {list.rows.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                today={today}
                isOpen={task.id === taskId}
                isGone={list.isGone(task.id)}
                filters={filters}
              />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button variant="secondary" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('clerk.inbox.more')}
            </Button>
          )}
          <div className={styles.settings}>
            <label className={styles.switch}>
              <input
                type="checkbox"
                className="ds-input"
                checked={opensNext}
                onChange={(event) => setOpensNext(event.target.checked)}
              />
              {t('clerk.inbox.opensNext')}
            </label>
            <Button variant="tertiary" data-size="sm" onClick={() => help.current?.showModal()}>
              {t('clerk.keys.open')}
            </Button>
          </div>
        </section>
        <section className={styles.task} aria-label={t('clerk.inbox.task')}>
          <div aria-live="polite">
            {done !== null && (
              <Notice tone="success">
                <p>{t('clerk.inbox.done', done)}</p>
              </Notice>
            )}
          </div>
          {taskId === undefined ? (
            <div className={styles.choose}>
              <EmptyState title={t('clerk.inbox.choose')}>
                <p>{t('clerk.inbox.chooseHint')}</p>
              </EmptyState>
            </div>
          ) : (
            <>
              <Link to="/urzad/zadania" search={filters} className={styles.back}>
                {t('clerk.inbox.back')}
              </Link>
              <TaskPane key={taskId} id={taskId} today={today} hasKeys={hasKeys} onCompleted={completed} />
            </>
          )}
        </section>
      </div>
      <KeysHelp dialog={help} isOn={hasKeys} onSwitch={setHasKeys} />
    </Page>
  );
};
