import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { address } from '../../api/client.ts';
import { NeedsSession } from '../../session/NeedsSession.tsx';
import { useLocal } from '../../texts/use-local.ts';
import { InstantText } from '../../ui/DateText.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { submissionQuery } from '../queries.ts';
import styles from './filing.module.css';

/** The end of a filing: its number, the official receipt, what happens next. */
export const ReceiptPage = ({ id }: { id: string }) => (
  <NeedsSession kind="resident">{() => <Receipt id={id} />}</NeedsSession>
);

const Receipt = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const query = useQuery(submissionQuery(id));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const submission = query.data;
  return (
    <Page
      width="text"
      crumbs={[{ label: t('ui.nav.myMatters'), to: '/moje-sprawy' }, { label: t('portal.receipt.crumb') }]}
    >
      <PageTitle above={local(submission.title)}>{t('portal.receipt.title')}</PageTitle>
      <div className={styles.number}>
        <p>{t('portal.receipt.number')}</p>
        <strong>{submission.receiptNumber}</strong>
        <p>
          <InstantText at={submission.submittedAt} />
        </p>
      </div>
      <div>
        <Button asChild variant="secondary">
          <a href={address('/submissions/{id}/receipt', { id })} download>
            <Icon name="file" />
            {t('portal.receipt.download')}
          </a>
        </Button>
      </div>
      <section className={styles.next}>
        <h2>{t('portal.filing.afterTitle')}</h2>
        <Steps items={[t('portal.filing.after2'), t('portal.filing.after3')]} />
      </section>
      <div role="status">
        {submission.caseId === null || submission.caseSign === null ? (
          <p>{t('portal.receipt.waiting')}</p>
        ) : (
          <p>
            {t('portal.receipt.case')}{' '}
            <Link to="/moje-sprawy/$id" params={{ id: submission.caseId }}>
              {submission.caseSign}
            </Link>
          </p>
        )}
      </div>
      <p>
        <Link to="/moje-sprawy">{t('portal.receipt.all')}</Link>
      </p>
    </Page>
  );
};
