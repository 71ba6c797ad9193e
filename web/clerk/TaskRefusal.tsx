import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { useFailureText } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';

const overtaken = new Set(['task-taken', 'task-changed', 'task-not-open', 'task-not-yours']);

/** Why a claim or a completion was refused. Where somebody else was quicker, it says so and shows the task as it is now. */
export const TaskRefusal = ({ error, reload }: { error: unknown; reload: () => void }) => {
  const { t } = useTranslation();
  const text = useFailureText();
  if (error === null || error === undefined) return null;
  const isOvertaken = error instanceof ApiProblem && overtaken.has(error.code);
  return (
    <Notice
      tone={isOvertaken ? 'warning' : 'danger'}
      live
      {...(isOvertaken && { title: t('clerk.refusal.overtaken') })}
    >
      <p>{text(error)}</p>
      {isOvertaken && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={reload}>
            {t('clerk.refusal.reload')}
          </Button>
        </div>
      )}
    </Notice>
  );
};
