import type { Answers, Form } from '#forms/form';
import type { TaskDetail } from '../api/types.ts';

export const formOf = (form: { schema: unknown; ui: unknown; texts: Form['texts'] }): Form =>
  ({ schema: form.schema, ui: form.ui, texts: form.texts }) as Form;

const localKey = (taskId: string): string => `draft:task:${taskId}`;

/** Answers that the server has not confirmed yet; sign-out removes them with every other draft. */
export const localDraft = {
  read: (taskId: string): Answers | null => {
    try {
      return JSON.parse(localStorage.getItem(localKey(taskId)) ?? 'null') as Answers | null;
    } catch {
      return null;
    }
  },
  keep: (taskId: string, answers: Answers): void => localStorage.setItem(localKey(taskId), JSON.stringify(answers)),
  forget: (taskId: string): void => localStorage.removeItem(localKey(taskId)),
};

/** What a task's form begins with: unsent words first, then the kept draft, then what the process hands over. */
export const firstAnswers = (task: TaskDetail): Answers => {
  if (task.status === 'completed') return (task.answers ?? {}) as Answers;
  const kept = (task.mine ? localDraft.read(task.id) : null) ?? (task.draft as Answers | null);
  if (kept !== null) return kept;
  const fields = Object.keys((task.form?.schema['properties'] as object | undefined) ?? {});
  return Object.fromEntries(Object.entries(task.input as Answers).filter(([name]) => fields.includes(name)));
};
