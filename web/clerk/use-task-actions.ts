import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Answers } from '#forms/form';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import type { TaskDetail } from '../api/types.ts';
import { localDraft } from './task-form.ts';
import { taskQuery } from './queries.ts';

/** Claim, release and complete. Whatever the answer, the list is read again: someone else may have been quicker. */
export const useTaskActions = (task: TaskDetail, onCompleted: (nextTaskId: string | null) => void) => {
  const queries = useQueryClient();
  const params = { id: task.id };
  const attempt = useRef({ body: '', key: '' });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['tasks'] });
  const refreshTask = async (): Promise<void> => {
    await Promise.all([queries.invalidateQueries({ queryKey: taskQuery(task.id).queryKey }), refresh()]);
  };

  const claim = useMutation({
    mutationFn: () => call(endpoints.tasks.claim, { params, body: { version: task.version } }),
    onSuccess: refreshTask,
    onError: refresh,
  });
  const release = useMutation({
    mutationFn: () => call(endpoints.tasks.release, { params, body: { version: task.version } }),
    onSuccess: refreshTask,
    onError: refresh,
  });
  const complete = useMutation({
    mutationFn: (answers: Answers) => {
      // One key for one set of answers: a second press is the same completion, changed answers are another.
      const body = JSON.stringify(answers);
      if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
      return call(endpoints.tasks.complete, {
        params,
        body: { version: task.version, answers },
        idempotencyKey: attempt.current.key,
      });
    },
    onSuccess: ({ nextTaskId }) => {
      localDraft.forget(task.id);
      queries.removeQueries({ queryKey: taskQuery(task.id).queryKey });
      void queries.invalidateQueries({ queryKey: ['case', task.caseId] });
      onCompleted(nextTaskId === task.id ? null : nextTaskId);
    },
    onError: refresh,
  });
  return { claim, release, complete, refreshTask };
};
