import { pathOf } from '#forms/json-pointer';
import type { SummaryError } from '../ui/ErrorSummary.tsx';
import { fieldId } from './field-context.ts';
import type { FieldFault } from './FormFields.tsx';

/** A form's errors as the summary lists them, each leading to its field. */
export const summaryErrors = (errors: readonly FieldFault[]): SummaryError[] =>
  errors.map(({ pointer, message }) => ({ message, fieldId: pointer === '' ? undefined : fieldId(pathOf(pointer)) }));
