import type { WidgetProps } from '@rjsf/utils';
import { contextOf } from './field-context.ts';

/** Ties a control to its hint and its error, as screen readers need it. */
export const described = ({ id, schema, registry }: Pick<WidgetProps, 'id' | 'schema' | 'registry'>) => {
  const hasError = contextOf(registry).errors[id] !== undefined;
  const ids = [schema.description !== undefined && `${id}-hint`, hasError && `${id}-error`].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': hasError ? (true as const) : undefined,
  };
};
