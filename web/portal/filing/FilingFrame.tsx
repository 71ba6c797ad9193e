import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '#forms/form';
import { call } from '../../api/client.ts';
import { endpoints } from '../../api/endpoints.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Draft, ServiceForm } from '../../api/types.ts';
import { validatorQuery } from '../../form/validator-query.ts';
import { NeedsSession } from '../../session/NeedsSession.tsx';
import type { ResidentSession } from '../../session/use-session.ts';
import { useLocal } from '../../texts/use-local.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { NotForParty } from '../NotForParty.tsx';
import { formQuery, serviceQuery } from '../queries.ts';
import { FilingProvider, type Filing } from './filing-context.ts';
import { useDraft } from './use-draft.ts';

/** Around all pages of a form: the resident's draft, its form and validator; they stay while the pages change. */
export const FilingFrame = ({ serviceId }: { serviceId: string }) => (
  <NeedsSession kind="resident">
    {(session) => <WithDraft key={session.actingFor.id} serviceId={serviceId} session={session} />}
  </NeedsSession>
);

const WithDraft = ({ serviceId, session }: { serviceId: string; session: ResidentSession }) => {
  const queries = useQueryClient();
  const queryKey = ['my', 'draft', serviceId, session.actingFor.id];
  const draft = useQuery({
    queryKey,
    queryFn: () => call(endpoints.submissions.openDraft, { body: { serviceId } }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const version = draft.data?.serviceVersion ?? 0;
  const form = useQuery({ ...formQuery(serviceId, version), enabled: version > 0 });
  const validator = useQuery({ ...validatorQuery(serviceId, version), enabled: version > 0, retry: 1 });

  if (draft.error instanceof ApiProblem && draft.error.code === 'service-not-for-party')
    return <NotHere serviceId={serviceId} session={session} />;
  if (draft.isError) return <Failure error={draft.error} retry={() => void draft.refetch()} />;
  if (form.isError) return <Failure error={form.error} retry={() => void form.refetch()} />;
  if (!draft.data || !form.data || validator.isPending) return <PageSkeleton />;
  const startAnew = async (): Promise<void> => {
    queries.setQueryData(
      queryKey,
      await call(endpoints.submissions.openDraft, { body: { serviceId, startAnew: true } }),
    );
  };
  return (
    <WithAnswers
      key={draft.data.id}
      draft={draft.data}
      service={form.data}
      validator={validator.data ?? null}
      startAnew={startAnew}
    />
  );
};

const NotHere = ({ serviceId, session }: { serviceId: string; session: ResidentSession }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const card = useQuery(serviceQuery(serviceId));
  if (!card.data) return <PageSkeleton />;
  const title = local(card.data.title);
  return (
    <Page
      width="text"
      crumbs={[
        { label: t('portal.services.title'), to: '/uslugi' },
        { label: title, to: `/uslugi/${serviceId}` },
      ]}
    >
      <PageTitle>{title}</PageTitle>
      <NotForParty session={session} forPeople={card.data.filedFor.includes('person')} />
    </Page>
  );
};

const WithAnswers = ({
  draft,
  service,
  validator,
  startAnew,
}: {
  draft: Draft;
  service: ServiceForm;
  validator: Filing['validator'];
  startAnew: () => Promise<void>;
}) => {
  const answers = useDraft(draft);
  const [uploading, setUploading] = useState(0);
  const onUploading = useCallback((change: number) => setUploading((count) => count + change), []);
  const form = service as unknown as Form;
  return (
    <FilingProvider value={{ service, form, validator, draft, answers, uploading, onUploading, startAnew }}>
      <Outlet />
    </FilingProvider>
  );
};
