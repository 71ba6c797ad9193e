import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answers } from '#forms/form';
import { CasePicture } from '../case/CasePicture.tsx';
import { DerivationTable } from '../case/DerivationTable.tsx';
import { useLocal } from '../texts/use-local.ts';
import { DateText } from '../ui/DateText.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Timeline } from '../ui/Timeline.tsx';
import { CaseAnswers } from './CaseAnswers.tsx';
import { CaseLetters } from './CaseLetters.tsx';
import { CaseTasks } from './CaseTasks.tsx';
import { DueTag } from './DueTag.tsx';
import { caseQuery } from './queries.ts';
import styles from './CasePage.module.css';

/** A case as the office sees it: the drawing with its token, what happened, tasks, letters, amounts, answers. */
export const CasePage = ({ id, today }: { id: string; today: string }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const query = useQuery(caseQuery(id));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const data = query.data;
  const sign = data.caseSign ?? t('clerk.row.noSign');
  return (
    <Page dense crumbs={[{ label: t('clerk.cases.title'), to: '/urzad/sprawy' }, { label: sign }]}>
      <PageTitle above={sign}>{local(data.title)}</PageTitle>
      <div className={styles.facts}>
        <strong>{data.partyName}</strong>
        {data.status === 'open' ? (
          <DueTag dueOn={data.dueOn} today={today} />
        ) : (
          <StatusTag tone="success">{data.outcome ?? t('clerk.cases.status.closed')}</StatusTag>
        )}
        <span>
          {t('clerk.case.opened')} <DateText date={data.openedOn} />
        </span>
        {data.closedOn !== null && (
          <span>
            {t('clerk.case.closed')} <DateText date={data.closedOn} />
          </span>
        )}
      </div>
      <section className={styles.part} aria-labelledby="picture-title">
        <h2 id="picture-title">{t('clerk.case.picture')}</h2>
        <CasePicture {...data} />
      </section>
      <div className={styles.columns}>
        <section className={styles.part} aria-labelledby="timeline-title">
          <h2 id="timeline-title">{t('clerk.case.timeline')}</h2>
          <Timeline events={data.events} people />
        </section>
        <div className={styles.side}>
          <CaseTasks tasks={data.tasks} today={today} />
          <CaseLetters letters={data.letters} />
        </div>
      </div>
      {data.amounts.map((each) => (
        <section
          key={`${each.tax}${each.year}`}
          className={styles.part}
          aria-label={t('clerk.case.amount', { year: each.year })}
        >
          <h2>{t('clerk.case.amount', { year: each.year })}</h2>
          <DerivationTable lines={each.derivation} amount={each.amount} caption={t('clerk.decision.derivation')} />
        </section>
      ))}
      <CaseAnswers
        serviceId={data.serviceId}
        version={data.serviceVersion}
        answers={data.answers as Answers}
        files={data.files}
      />
    </Page>
  );
};
