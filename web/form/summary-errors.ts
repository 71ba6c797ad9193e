import { pathOf } from '#forms/json-pointer';
import type { SummaryError } from '../ui/ErrorSummary.tsx';
import { fieldId } from './field-context.ts';
import type { FieldFault } from './FormFields.tsx';

const made = new WeakMap<readonly FieldFault[], SummaryError[]>();

/**
 * A form's errors as the summary lists them, each leading to its field. The same errors give the very same list: the
 * summary takes the focus for a new one, and must not take it from whoever is typing a correction.
 */
export const summaryErrors = (errors: readonly FieldFault[]): SummaryError[] => {
  const known = made.get(errors);
  if (known) return known;
  const list = errors.map(({ pointer, message }) => ({
    message,
    fieldId: pointer === '' ? undefined : fieldId(pathOf(pointer)),
  }));
  made.set(errors, list);
  return list;
};
