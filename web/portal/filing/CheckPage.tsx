import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '#forms/form';
import { pathOf } from '#forms/json-pointer';
import { summarise } from '#forms/summary';
import { validateWith } from '#forms/validate-with';
import { call } from '../../api/client.ts';
import { endpoints } from '../../api/endpoints.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { FieldFault } from '../../form/FormFields.tsx';
import { fieldId } from '../../form/field-context.ts';
import { AnswerGroups } from '../../form/AnswerGroups.tsx';
import { useSession } from '../../session/use-session.ts';
import { useLocal } from '../../texts/use-local.ts';
import { FailureNotice } from '../../ui/Failure.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { useFiling } from './filing-context.ts';
import { forget } from './kept-answers.ts';
import { pagesAsked } from './pages.ts';
import { SaveMark } from './SaveMark.tsx';
import { useFilingCrumbs } from './use-filing-crumbs.ts';
import styles from './filing.module.css';

const noFaults: FieldFault[] = [];

/** Read before sending: every answer with a way to change it; then one button, whose repeats are one filing. */
export const CheckPage = () => {
  const { t } = useTranslation();
  const { lang, local } = useLocal();
  const { form, answers, service, validator, draft } = useFiling();
  const session = useSession();
  const crumbs = useFilingCrumbs();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = service.serviceId;
  const checked = useMemo(
    () => (validator ? validateWith(validator, form, answers.answers, { lang }) : null),
    [validator, form, answers.answers, lang],
  );
  const fileNames = Object.fromEntries(answers.files.map((file) => [file.id, file.name]));
  const given: Answers = checked?.ok ? checked.answers : answers.answers;
  const groups = summarise(form, given, lang, { fileNames });
  const pages = pagesAsked(form, answers.answers);

  const submit = useMutation({
    mutationFn: async () => {
      await answers.save();
      const revision = answers.revision();
      return call(endpoints.submissions.submit, {
        body: { draftId: draft.id, answers: given, revision },
        // One version of one draft is filed once, also when this page is opened and sent again.
        idempotencyKey: `${draft.id}:${revision}`,
      });
    },
    onSuccess: async (submission) => {
      forget(draft.id);
      await navigate({ to: '/potwierdzenie/$id', params: { id: submission.id }, replace: true });
      queries.removeQueries({ queryKey: ['my', 'draft'] });
      await queries.invalidateQueries({ queryKey: ['my'] });
    },
  });

  const refused =
    submit.error instanceof ApiProblem && submit.error.code === 'form-invalid' ? submit.error.errors : noFaults;
  const errors: FieldFault[] = checked && !checked.ok ? checked.errors : refused;
  const [presses, setPresses] = useState(0);
  // Made anew at each press, so that the summary takes the focus again.
  const summary = useMemo(
    () =>
      errors.map(({ pointer, message }) => ({
        message,
        link: (
          <ChangeLink id={id} pointer={pointer}>
            {message}
          </ChangeLink>
        ),
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [errors, id, presses],
  );
  const last = pages.at(-1);
  const whom =
    session?.kind === 'resident' && session.actingFor.id !== session.person.id ? session.actingFor.name : null;
  return (
    <Page width="text" crumbs={crumbs}>
      <ErrorSummary errors={summary} title={t('portal.filing.checkErrors', { count: errors.length })} />
      <PageTitle
        above={`${local(service.title)} · ${t('portal.filing.step', { number: pages.length + 1, of: pages.length + 1 })}`}
        hasErrors={errors.length > 0}
      >
        {t('portal.filing.checkTitle')}
      </PageTitle>
      {whom !== null && <Notice>{t('portal.filing.onBehalf', { name: whom })}</Notice>}
      <AnswerGroups
        groups={groups}
        action={(pointer, label) => (
          <ChangeLink id={id} pointer={pointer}>
            {t('portal.filing.change')} <span className="visually-hidden">{label}</span>
          </ChangeLink>
        )}
      />
      <section className={styles.next}>
        <h2>{t('portal.filing.afterTitle')}</h2>
        <Steps items={[t('portal.filing.after1'), t('portal.filing.after2'), t('portal.filing.after3')]} />
      </section>
      {submit.isError && refused.length === 0 && <FailureNotice error={submit.error} />}
      <div className={styles.buttons}>
        {last && (
          <Button asChild variant="secondary">
            <Link to="/uslugi/$id/formularz/$page" params={{ id, page: last.page }}>
              {t('portal.filing.back')}
            </Link>
          </Button>
        )}
        <Button
          loading={submit.isPending}
          onClick={() => {
            // With errors left, the press leads to them again.
            if (checked && !checked.ok) setPresses((count) => count + 1);
            else if (!submit.isPending) submit.mutate();
          }}
        >
          {t('portal.filing.send')}
        </Button>
        <SaveMark />
      </div>
    </Page>
  );
};

const ChangeLink = ({ id, pointer, children }: { id: string; pointer: string; children: ReactNode }) => {
  const path = pathOf(pointer);
  return (
    <Link
      to="/uslugi/$id/formularz/$page"
      params={{ id, page: path[0] ?? '' }}
      search={{ wroc: true }}
      hash={fieldId(path)}
    >
      {children}
    </Link>
  );
};
