import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '#forms/form';
import { validateWith } from '#forms/validate-with';
import { ApiProblem } from '../api/problem.ts';
import type { TaskDetail } from '../api/types.ts';
import { FormFields, type FieldFault } from '../form/FormFields.tsx';
import { summaryErrors } from '../form/summary-errors.ts';
import { validatorQuery } from '../form/validator-query.ts';
import { useLocal } from '../texts/use-local.ts';
import { timeText } from '../ui/date-text.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { firstAnswers, formOf } from './task-form.ts';
import { TaskRefusal } from './TaskRefusal.tsx';
import { useKeys } from './use-keys.ts';
import type { useTaskActions } from './use-task-actions.ts';
import { useTaskDraft } from './use-task-draft.ts';
import styles from './TaskPane.module.css';

type Props = { task: TaskDetail; actions: ReturnType<typeof useTaskActions>; hasKeys: boolean };

/** The clerk's own form: kept while typed, checked by the office's code, finished once however often it is pressed. */
export const TaskForm = ({ task, actions, hasKeys }: Props) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const [answers, setAnswers] = useState<Answers>(() => firstAnswers(task));
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const draft = useTaskDraft(task.id);
  const form = useMemo(() => task.form && formOf(task.form), [task.form]);
  const { complete, refreshTask } = actions;
  const validator = useQuery({
    ...validatorQuery(task.serviceId, task.serviceVersion, task.form?.name ?? ''),
    enabled: task.form !== null && task.mayComplete,
  });

  const finish = (): void => {
    if (!task.mayComplete || complete.isPending) return;
    // Without the module (an old browser, a lost connection) the office checks alone and says the same.
    const checked = form && validator.data ? validateWith(validator.data, form, answers, { lang }) : null;
    if (checked && !checked.ok) return setFaults(checked.errors);
    setFaults([]);
    draft.stop();
    complete.mutate(checked?.answers ?? answers, {
      onError: (error) => {
        if (error instanceof ApiProblem && error.code === 'form-invalid') setFaults([...error.errors]);
        // Words that the office did not get are kept; an answer to a task that is over would wait for ever.
        else if (!(error instanceof ApiProblem)) draft.save(answers);
      },
    });
  };
  useKeys({ e: finish }, hasKeys);

  const isFormFault = complete.error instanceof ApiProblem && complete.error.code === 'form-invalid';
  return (
    <section className={styles.form} aria-labelledby="task-form-title">
      <h2 id="task-form-title" tabIndex={-1}>
        {t('clerk.task.form')}
      </h2>
      <ErrorSummary errors={useMemo(() => summaryErrors(faults), [faults])} />
      {form ? (
        <FormFields
          form={form}
          answers={answers}
          errors={faults}
          disabled={!task.mayComplete}
          onChange={(next) => {
            setAnswers(next);
            if (task.mine) draft.save(next);
          }}
        />
      ) : (
        <p>{t('clerk.task.onlyConfirm')}</p>
      )}
      {task.status === 'open' && !task.mayComplete && (
        <p>{t(task.mayClaim ? 'clerk.task.claimFirst' : 'clerk.task.readOnly')}</p>
      )}
      {!isFormFault && <TaskRefusal error={complete.error} reload={() => void refreshTask()} />}
      {task.mayComplete && (
        <div className={styles.finish}>
          <Button disabled={complete.isPending} onClick={finish}>
            {complete.isPending ? t('clerk.task.completing') : t('clerk.task.complete')}
          </Button>
          <span role="status" className={styles.saved}>
            {draft.state.state === 'saving' && t('clerk.draft.saving')}
            {draft.state.state === 'saved' && t('clerk.draft.saved', { time: timeText(draft.state.at!, lang) })}
            {draft.state.state === 'local' && t('clerk.draft.local')}
          </span>
        </div>
      )}
    </section>
  );
};
