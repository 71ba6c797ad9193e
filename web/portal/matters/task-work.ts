import type { Answers, Form, FormTexts, SchemaNode } from '#forms/form';
import type { TaskDetail } from '../../api/types.ts';

/** The task form that asks the resident to correct the filed one: its answers are the whole form again. */
const correction = 'correct';

type Work = {
  form: Form | null;
  given: Answers;
  /** What the office wrote when it returned the form. */
  remarks: string | null;
  /** Whose validator checks the answers: the service's form (undefined) or the task's own. */
  validatorOf: string | undefined;
};

const asForm = (schema: object, ui: object, texts: { pl: FormTexts; en: FormTexts }): Form => ({
  schema: schema as SchemaNode,
  ui: ui as Form['ui'],
  texts,
});

/** What a resident's task asks for: the filed form again, or a form of its own. */
export const taskWork = (task: TaskDetail): Work => {
  const said = task.input['remarks'] ?? task.input['message'];
  const remarks = typeof said === 'string' && said.trim() !== '' ? said : null;
  if ((task.form?.name ?? task.elementId) === correction) {
    const { form, ui, texts, answers } = task.filed;
    return { form: asForm(form, ui, texts), given: answers as Answers, remarks, validatorOf: undefined };
  }
  const form = task.form && asForm(task.form.schema, task.form.ui, task.form.texts);
  return { form, given: (task.draft ?? {}) as Answers, remarks, validatorOf: task.form?.name };
};
