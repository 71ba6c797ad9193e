import type { RJSFSchema, UiSchema } from '@rjsf/utils';

const mostRadios = 6;

/** Whether a field is drawn as a group of radio buttons: few choices, or a question with yes and no. */
export const isRadioGroup = (schema: RJSFSchema, uiSchema: UiSchema | undefined): boolean => {
  const widget = (uiSchema?.['ui:widget'] ?? uiSchema?.['ui:options']?.widget) as unknown;
  if (schema.type === 'boolean') return widget === 'radio' || widget === 'select';
  return schema.enum !== undefined && widget !== 'select' && (widget === 'radio' || schema.enum.length <= mostRadios);
};

/** Whether a field is a set of checkboxes. */
export const isCheckboxGroup = (schema: RJSFSchema): boolean =>
  schema.type === 'array' && schema.uniqueItems === true && typeof schema.items === 'object' && 'enum' in schema.items;

/** Whether a field holds files: their ids in a list. */
export const isFileList = (schema: RJSFSchema): boolean =>
  schema.type === 'array' &&
  typeof schema.items === 'object' &&
  'format' in schema.items &&
  schema.items.format === 'file-id';
