import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { Failure } from '../ui/Failure.tsx';
import { SignInPage } from './SignInPage.tsx';
import { sessionQuery, type ResidentSession, type StaffSession } from './use-session.ts';

type Kinds = { resident: ResidentSession; staff: StaffSession };

/** Shows its page to a signed-in resident or member of staff; others see the sign-in, and come back here after it. */
export const NeedsSession = <K extends keyof Kinds>({
  kind,
  children,
}: {
  kind: K;
  children: (session: Kinds[K]) => ReactNode;
}) => {
  const query = useQuery(sessionQuery);
  const { href } = useLocation();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data.kind !== kind) return <SignInPage returnTo={href} />;
  return children(query.data as Kinds[K]);
};
