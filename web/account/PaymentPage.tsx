import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../api/types.ts';
import { NeedsSession } from '../session/NeedsSession.tsx';
import { Amount } from '../ui/Amount.tsx';
import { InstantText } from '../ui/DateText.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import styles from './account.module.css';
import { paymentQuery } from './queries.ts';

/** Where the gateway sends people back to: follows the payment until the money is booked, and says where it is. */
export const PaymentPage = ({ id, isNew }: { id: string; isNew: boolean }) => (
  <NeedsSession kind="resident">{() => <Followed id={id} isNew={isNew} />}</NeedsSession>
);

const tones = { waiting: 'info', booked: 'success', failed: 'warning', expired: 'warning' } as const;
const stageOf = (state: Payment['state']): keyof typeof tones =>
  state === 'booked' || state === 'failed' || state === 'expired' ? state : 'waiting';

const Followed = ({ id, isNew }: { id: string; isNew: boolean }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery(paymentQuery(id));
  const payment = query.data;
  const address = payment?.redirectUrl ?? null;
  useEffect(() => {
    // A new payment whose gateway answered late: now there is somewhere to go.
    if (isNew && address !== null && payment?.state === 'redirected') location.replace(address);
  }, [isNew, address, payment?.state]);
  useEffect(() => {
    if (payment?.state === 'booked') void queries.invalidateQueries({ queryKey: ['my', 'account'] });
  }, [payment?.state, queries]);

  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const { state, amount, createdAt } = query.data;
  const stage = stageOf(state);
  const mayPay = address !== null && (state === 'redirected' || state === 'failed');
  return (
    <Page width="text" crumbs={[{ label: t('ui.nav.account'), to: '/konto' }, { label: t('account.payment.crumb') }]}>
      <PageTitle>{t(`account.payment.title.${stage}`)}</PageTitle>
      <Notice tone={tones[stage]} live>
        <p>{t(`account.payment.text.${state}`)}</p>
      </Notice>
      <dl className={styles.payment}>
        <div>
          <dt>{t('account.payment.amount')}</dt>
          <dd>
            <Amount value={amount} strong />
          </dd>
        </div>
        <div>
          <dt>{t('account.payment.begun')}</dt>
          <dd>
            <InstantText at={createdAt} />
          </dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        {mayPay && (
          <Button asChild>
            <a href={address}>{t('account.payment.toGateway')}</a>
          </Button>
        )}
        <Button asChild variant={mayPay ? 'tertiary' : 'secondary'}>
          <Link to="/konto">{t('account.payment.toAccount')}</Link>
        </Button>
      </div>
    </Page>
  );
};
