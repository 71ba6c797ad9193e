import { holds } from '#forms/feel';
import { fieldsOf } from '#forms/fields';
import type { Answers, Form } from '#forms/form';
import { pathOf } from '#forms/json-pointer';
import { hiddenFields } from '#forms/visible';
import { fieldId } from './field-context.ts';

type Marks = Readonly<Record<string, true>>;

const marks = (pointers: Iterable<string>): Marks =>
  Object.fromEntries([...pointers].map((pointer) => [fieldId(pathOf(pointer)), true]));

/**
 * Which fields these answers hide, and which they ask for, by id; in each row of a list too. As plain data, because rjsf
 * takes two functions for equal and would keep the first look of a row.
 */
export const rulesNow = (form: Form, answers: Answers): { hidden: Marks; asked: Marks } => ({
  hidden: marks(hiddenFields(form, answers)),
  asked: marks(
    [...fieldsOf(form, answers)]
      .filter(({ ui, context }) => typeof ui['x-require'] === 'string' && holds(ui['x-require'], context) === true)
      .map(({ pointer }) => pointer),
  ),
});
