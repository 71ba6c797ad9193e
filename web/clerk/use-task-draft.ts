import { useEffect, useRef, useState } from 'react';
import type { Answers } from '#forms/form';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import { localDraft } from './task-form.ts';

export type DraftState = { state: 'none' | 'saving' | 'saved' | 'local'; at: Date | null };

/** Keeps answers while they are typed: in the browser at once, at the office soon after. `stop` before the task ends. */
export const useTaskDraft = (taskId: string) => {
  const [state, setState] = useState<DraftState>({ state: 'none', at: null });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<Answers | null>(null);

  const send = async (): Promise<void> => {
    const answers = latest.current;
    if (answers === null) return;
    latest.current = null;
    try {
      await call(endpoints.tasks.saveDraft, { params: { id: taskId }, body: { answers } });
      if (latest.current !== null) return;
      localDraft.forget(taskId);
      setState({ state: 'saved', at: new Date() });
    } catch {
      // The words are safe in the browser, and the next change tries again.
      setState({ state: 'local', at: null });
    }
  };
  const stop = (): void => {
    clearTimeout(timer.current);
    latest.current = null;
  };
  const sendNow = useRef(send);
  useEffect(() => {
    sendNow.current = send;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void sendNow.current();
    },
    [],
  );

  return {
    state,
    stop,
    save: (answers: Answers): void => {
      localDraft.keep(taskId, answers);
      latest.current = answers;
      setState({ state: 'saving', at: null });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), 800);
    },
  };
};
