import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../api/types.ts';
import { NeedsSession } from '../session/NeedsSession.tsx';
import type { ResidentSession } from '../session/use-session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { AccountCard } from './AccountCard.tsx';
import { Payments } from './Payments.tsx';
import { accountQuery } from './queries.ts';

/** What the party acted for owes and has paid. */
export const AccountPage = () => (
  <NeedsSession kind="resident">{(session) => <Overview session={session} />}</NeedsSession>
);

const Overview = ({ session }: { session: ResidentSession }) => {
  const query = useQuery(accountQuery);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Accounts overview={query.data} holder={session.actingFor.name} />;
};

export const Accounts = ({ overview, holder }: { overview: AccountOverview; holder: string }) => {
  const { t } = useTranslation();
  return (
    <Page crumbs={[{ label: t('ui.nav.account') }]}>
      <PageTitle above={holder}>{t('ui.nav.account')}</PageTitle>
      {overview.accounts.length === 0 && (
        <EmptyState title={t('account.none')}>
          <p>{t('account.noneHint')}</p>
        </EmptyState>
      )}
      {overview.accounts.map((account) => (
        <AccountCard key={account.id} account={account} today={overview.today} />
      ))}
      <Payments payments={overview.payments} />
    </Page>
  );
};
