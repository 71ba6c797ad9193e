import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../api/types.ts';
import { NeedsSession } from '../../session/NeedsSession.tsx';
import { useLocal } from '../../texts/use-local.ts';
import { DateText, InstantText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { casesQuery, draftsQuery, myTasksQuery, submissionsQuery } from '../queries.ts';
import { MatterList } from './MatterList.tsx';
import styles from './matters.module.css';

/** Everything of the party acted for: what waits for them first, then drafts, what is in progress, what is done. */
export const MyMattersPage = () => <NeedsSession kind="resident">{() => <Matters />}</NeedsSession>;

const Matters = () => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const tasks = useQuery(myTasksQuery);
  const drafts = useQuery(draftsQuery);
  const open = useQuery(casesQuery('open'));
  const closed = useQuery(casesQuery('closed'));
  const submissions = useQuery(submissionsQuery);
  const onTheirWay = submissions.data?.items.filter((each) => each.caseId === null) ?? [];
  return (
    <Page crumbs={[{ label: t('ui.nav.myMatters') }]}>
      <PageTitle>{t('ui.nav.myMatters')}</PageTitle>
      <div className={styles.lists}>
        <MatterList title={t('portal.matters.waiting')} query={tasks} empty={t('portal.matters.waitingNone')}>
          {tasks.data?.items.map((task) => (
            <li key={task.id}>
              <Link to="/moje-sprawy/zadania/$id" params={{ id: task.id }}>
                {task.name}
              </Link>
              <p>
                {task.subject} {task.caseSign !== null && <> · {task.caseSign}</>}
              </p>
              <StatusTag tone="warning">{t('portal.matters.yourTurn')}</StatusTag>
              {task.dueOn !== null && (
                <p>
                  {t('portal.matters.until')} <DateText date={task.dueOn} />
                </p>
              )}
            </li>
          ))}
        </MatterList>
        <MatterList title={t('portal.matters.drafts')} query={drafts} empty={t('portal.matters.draftsNone')}>
          {drafts.data?.items.map((draft) => (
            <li key={draft.id}>
              <Link to="/uslugi/$id/formularz" params={{ id: draft.serviceId }}>
                {local(draft.title)}
              </Link>
              <p>
                {t('portal.matters.changed')} <InstantText at={draft.updatedAt} />
              </p>
            </li>
          ))}
        </MatterList>
        <MatterList title={t('portal.matters.open')} query={open} empty={t('portal.matters.openNone')}>
          {onTheirWay.map((each) => (
            <li key={each.id}>
              <Link to="/potwierdzenie/$id" params={{ id: each.id }}>
                {local(each.title)}
              </Link>
              <p>
                {each.receiptNumber} · <InstantText at={each.submittedAt} />
              </p>
              <StatusTag tone="info">{t('portal.matters.onItsWay')}</StatusTag>
            </li>
          ))}
          {open.data?.items.map((each) => (
            <CaseLine key={each.id} summary={each} />
          ))}
        </MatterList>
        <MatterList title={t('portal.matters.done')} query={closed} empty={t('portal.matters.doneNone')}>
          {closed.data?.items.map((each) => (
            <CaseLine key={each.id} summary={each} />
          ))}
        </MatterList>
      </div>
      {drafts.data?.items.length === 0 && open.data?.items.length === 0 && closed.data?.items.length === 0 && (
        <EmptyState title={t('portal.matters.nothing')}>
          <Link to="/uslugi">{t('portal.matters.toServices')}</Link>
        </EmptyState>
      )}
    </Page>
  );
};

const CaseLine = ({ summary }: { summary: CaseSummary }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  return (
    <li>
      <Link to="/moje-sprawy/$id" params={{ id: summary.id }}>
        {local(summary.title)}
      </Link>
      <p>
        {summary.caseSign ?? t('portal.matters.noSign')} · {t('portal.matters.openedOn')}{' '}
        <DateText date={summary.openedOn} />
      </p>
      {summary.waitsForYou ? (
        <StatusTag tone="warning">{t('portal.matters.yourTurn')}</StatusTag>
      ) : summary.status === 'closed' ? (
        <StatusTag tone="success">{t('portal.matters.closed')}</StatusTag>
      ) : (
        <>
          <StatusTag tone="info" icon="clock">
            {t('portal.matters.inProgress')}
          </StatusTag>
          <p>
            {t('portal.matters.officeUntil')} <DateText date={summary.dueOn} />
          </p>
        </>
      )}
    </li>
  );
};
