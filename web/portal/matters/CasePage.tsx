import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Form } from '#forms/form';
import { summarise } from '#forms/summary';
import type { CaseDetail } from '../../api/types.ts';
import { CasePicture } from '../../case/CasePicture.tsx';
import { AnswerGroups } from '../../form/AnswerGroups.tsx';
import { NeedsSession } from '../../session/NeedsSession.tsx';
import { useLocal } from '../../texts/use-local.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { caseQuery, formQuery } from '../queries.ts';
import { CaseLetters } from './CaseLetters.tsx';
import styles from './matters.module.css';

/** A case as its party sees it: what is asked of them, where it stands, what happened, letters and answers. */
export const CasePage = ({ id }: { id: string }) => (
  <NeedsSession kind="resident">{() => <CaseOf id={id} />}</NeedsSession>
);

const CaseOf = ({ id }: { id: string }) => {
  const query = useQuery(caseQuery(id));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Case detail={query.data} />;
};

const Case = ({ detail }: { detail: CaseDetail }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const mine = detail.tasks.filter((task) => task.mine && task.status === 'open');
  return (
    <Page
      crumbs={[
        { label: t('ui.nav.myMatters'), to: '/moje-sprawy' },
        { label: detail.caseSign ?? t('portal.matters.noSign') },
      ]}
    >
      <PageTitle above={detail.caseSign ?? t('portal.matters.noSign')}>{local(detail.title)}</PageTitle>
      <div className={styles.facts}>
        {detail.status === 'closed' ? (
          <StatusTag tone="success">{t('portal.matters.closed')}</StatusTag>
        ) : (
          <StatusTag tone="info" icon="clock">
            {t('portal.matters.inProgress')}
          </StatusTag>
        )}
        <span>
          {t('portal.matters.openedOn')} <DateText date={detail.openedOn} />
        </span>
        {detail.status === 'open' && (
          <span>
            {t('portal.matters.officeUntil')} <DateText date={detail.dueOn} />
          </span>
        )}
      </div>
      {mine.map((task) => (
        <Notice key={task.id} tone="warning" title={t('portal.case.yourTurn', { name: task.name })}>
          {task.dueOn !== null && (
            <p>
              {t('portal.matters.until')} <DateText date={task.dueOn} />
            </p>
          )}
          <div>
            <Button asChild>
              <Link to="/moje-sprawy/zadania/$id" params={{ id: task.id }}>
                {t('portal.case.doTask')}
              </Link>
            </Button>
          </div>
        </Notice>
      ))}
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={styles.section}>
            <h2>{t('portal.case.picture')}</h2>
            <CasePicture {...detail} />
          </section>
          <section className={styles.section}>
            <h2>{t('portal.case.timeline')}</h2>
            <Timeline events={detail.events} />
          </section>
        </div>
        <div className={styles.column}>
          <CaseLetters letters={detail.letters} />
          {detail.amounts.length > 0 && (
            <section className={styles.section}>
              <h2>{t('portal.case.amounts')}</h2>
              <p>
                <Link to="/konto">{t('portal.case.toAccount')}</Link>
              </p>
            </section>
          )}
          <FiledAnswers detail={detail} />
        </div>
      </div>
    </Page>
  );
};

const FiledAnswers = ({ detail }: { detail: CaseDetail }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const form = useQuery(formQuery(detail.serviceId, detail.serviceVersion));
  if (!form.data) return null;
  const fileNames = Object.fromEntries(detail.files.map((file) => [file.id, file.name]));
  const groups = summarise(form.data as unknown as Form, detail.answers as Parameters<typeof summarise>[1], lang, {
    fileNames,
  });
  return (
    <details>
      <summary>{t('portal.case.answers')}</summary>
      <AnswerGroups groups={groups} level={3} />
    </details>
  );
};
