import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers } from '#forms/form';
import { call } from '../../api/client.ts';
import { endpoints } from '../../api/endpoints.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Draft, FileRef } from '../../api/types.ts';
import { forget, keep, keptAnswers } from './kept-answers.ts';

/** `local`: kept in this browser, the office will have it when it can be reached. `elsewhere`: changed on another device. */
export type SaveState = 'saved' | 'saving' | 'local' | 'elsewhere';

const quiet = 1_000;
const again = 8_000;

/** What this browser kept and the office lacks. With an older revision the office refuses it, and the person chooses. */
const unsent = (draft: Draft): ReturnType<typeof keptAnswers> => {
  const kept = keptAnswers(draft.id);
  // The office had it, only its answer was lost.
  return kept && JSON.stringify(kept.answers) !== JSON.stringify(draft.answers) ? kept : null;
};

/** The answers of a draft: here at once, at the office a second after the last change, and in one order only. */
export const useDraft = (draft: Draft) => {
  const [kept] = useState(() => unsent(draft));
  const [answers, setAnswers] = useState<Answers>(kept?.answers ?? (draft.answers as Answers));
  const [files, setFiles] = useState<FileRef[]>(draft.files);
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState<string>(draft.updatedAt);
  const now = useRef({ answers, revision: kept?.revision ?? draft.revision, unsaved: kept !== null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  const saveAll = useCallback(async (): Promise<boolean> => {
    try {
      // Again as long as something was typed while the office was answering.
      while (now.current.unsaved) {
        setState('saving');
        const sent = now.current.answers;
        const body = { answers: sent, revision: now.current.revision };
        const saved = await call(endpoints.submissions.saveDraft, { params: { id: draft.id }, body });
        const isWhole = now.current.answers === sent;
        now.current = { ...now.current, revision: saved.revision, unsaved: !isWhole };
        if (isWhole) forget(draft.id);
        else keep(draft.id, { answers: now.current.answers, revision: saved.revision });
        setSavedAt(saved.updatedAt);
      }
      setState('saved');
      return true;
    } catch (error) {
      const isElsewhere = error instanceof ApiProblem && error.code === 'draft-changed-elsewhere';
      setState(isElsewhere ? 'elsewhere' : 'local');
      return false;
    }
  }, [draft.id]);

  /** Saves what is not saved yet; true when the office has everything. Saves queue up, so that none overtakes another. */
  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = running.current.then(saveAll);
    return running.current;
  }, [saveAll]);

  const change = useCallback(
    (next: Answers): void => {
      now.current = { ...now.current, answers: next, unsaved: true };
      keep(draft.id, { answers: next, revision: now.current.revision });
      setAnswers(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), quiet);
    },
    [draft.id, save],
  );

  /** Of two versions, keep this one: it is written over the other. */
  const keepThis = useCallback(
    (latest: Draft): void => {
      now.current = { ...now.current, revision: latest.revision, unsaved: true };
      void save();
    },
    [save],
  );

  useEffect(() => {
    if (state !== 'local') return;
    const retry = setInterval(() => void save(), again);
    const whenBack = (): void => void save();
    addEventListener('online', whenBack);
    return () => {
      clearInterval(retry);
      removeEventListener('online', whenBack);
    };
  }, [state, save]);

  useEffect(() => {
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') void save();
    };
    if (now.current.unsaved) void save();
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      void save();
    };
  }, [save]);

  const addFile = useCallback((file: FileRef): void => setFiles((list) => [...list, file]), []);
  const revision = useCallback((): number => now.current.revision, []);
  return { answers, change, files, addFile, save, keepThis, state, savedAt, revision };
};
