import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '#forms/form';
import { validateWith } from '#forms/validate-with';
import { call } from '../../api/client.ts';
import { endpoints } from '../../api/endpoints.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { FileRef, TaskDetail } from '../../api/types.ts';
import { FormFields, type FieldFault } from '../../form/FormFields.tsx';
import { summaryErrors } from '../../form/summary-errors.ts';
import { validatorQuery } from '../../form/validator-query.ts';
import { NeedsSession } from '../../session/NeedsSession.tsx';
import { useLocal } from '../../texts/use-local.ts';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Failure, FailureNotice } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { forget, keep, keptAnswers } from '../filing/kept-answers.ts';
import { myTaskQuery } from '../queries.ts';
import styles from './matters.module.css';
import { taskWork } from './task-work.ts';

/** What the office asks of a resident: its remarks on top, the form already filled, one button. */
export const TaskPage = ({ id }: { id: string }) => (
  <NeedsSession kind="resident">{() => <TaskOf id={id} />}</NeedsSession>
);

const TaskOf = ({ id }: { id: string }) => {
  const query = useQuery({ ...myTaskQuery(id), staleTime: Infinity });
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Task task={query.data} />;
};

const noFaults: FieldFault[] = [];

const Task = ({ task }: { task: TaskDetail }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form, given, remarks, validatorOf } = taskWork(task);
  const validator = useQuery(validatorQuery(task.serviceId, task.serviceVersion, validatorOf));
  const [answers, setAnswers] = useState<Answers>(() => keptAnswers(task.id)?.answers ?? given);
  const [files, setFiles] = useState<FileRef[]>(task.filed.files);
  const [uploading, setUploading] = useState(0);
  const [errors, setErrors] = useState<FieldFault[]>(noFaults);
  const [key] = useState(() => crypto.randomUUID());
  useEffect(() => {
    if (answers !== given) keep(task.id, { answers, revision: task.version });
  }, [answers, given, task.id, task.version]);

  const complete = useMutation({
    mutationFn: (checked: Answers) =>
      call(endpoints.tasks.completeMine, {
        params: { id: task.id },
        body: { version: task.version, answers: checked },
        idempotencyKey: key,
      }),
    onSuccess: async () => {
      forget(task.id);
      await queries.invalidateQueries({ queryKey: ['my'] });
      await navigate({ to: '/moje-sprawy/$id', params: { id: task.caseId } });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'form-invalid') setErrors(error.errors);
    },
  });

  const send = (): void => {
    if (uploading > 0 || complete.isPending) return;
    const outcome = form && validator.data ? validateWith(validator.data, form, answers, { lang }) : null;
    if (outcome && !outcome.ok) return setErrors(outcome.errors);
    setErrors(noFaults);
    complete.mutate(outcome?.ok ? outcome.answers : answers);
  };

  const isRefusedForm = complete.error instanceof ApiProblem && complete.error.code === 'form-invalid';
  const isDone = task.status !== 'open';
  return (
    <Page
      width="text"
      crumbs={[
        { label: t('ui.nav.myMatters'), to: '/moje-sprawy' },
        { label: task.caseSign ?? '', to: `/moje-sprawy/${task.caseId}` },
        { label: task.name },
      ]}
    >
      <ErrorSummary errors={summaryErrors(errors)} />
      <PageTitle
        above={`${task.subject}${task.caseSign === null ? '' : ` · ${task.caseSign}`}`}
        hasErrors={errors.length > 0}
      >
        {task.name}
      </PageTitle>
      {remarks !== null && (
        <Notice tone="warning" title={t('portal.task.remarks')}>
          <p className={styles.remarks}>{remarks}</p>
          {task.dueOn !== null && (
            <p>
              {t('portal.matters.until')} <DateText date={task.dueOn} />
            </p>
          )}
        </Notice>
      )}
      {isDone ? (
        <Notice>{t('portal.task.done')}</Notice>
      ) : (
        <form
          noValidate
          className={styles.task}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {form && (
            <FormFields
              form={form}
              answers={answers}
              onChange={setAnswers}
              errors={errors}
              files={files}
              onFile={(file) => setFiles((list) => [...list, file])}
              onUploading={(change) => setUploading((count) => count + change)}
            />
          )}
          {uploading > 0 && <p role="status">{t('portal.filing.uploading')}</p>}
          {complete.isError && !isRefusedForm && <FailureNotice error={complete.error} />}
          <div>
            <Button type="submit" loading={complete.isPending}>
              {t('portal.task.send')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
};
