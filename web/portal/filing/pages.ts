import type { Answers, Form, PageRef } from '#forms/form';
import { pagesOf } from '#forms/form';
import { pointerOf } from '#forms/json-pointer';
import { hiddenFields } from '#forms/visible';

/** The pages that these answers ask for, in order. */
export const pagesAsked = (form: Form, answers: Answers): PageRef[] => {
  const hidden = hiddenFields(form, answers);
  return pagesOf(form).filter(({ page }) => !hidden.has(pointerOf([page])));
};
