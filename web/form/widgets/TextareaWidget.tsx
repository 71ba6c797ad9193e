import { Textarea } from '@digdir/designsystemet-react';
import type { WidgetProps } from '@rjsf/utils';
import { described } from '../described-by.ts';

export const TextareaWidget = (props: WidgetProps) => {
  const { id, value, onChange, onBlur, required, disabled, readonly, schema, options } = props;
  return (
    <Textarea
      id={id}
      name={id}
      rows={typeof options.rows === 'number' ? options.rows : 5}
      value={typeof value === 'string' ? value : ''}
      maxLength={schema.maxLength}
      required={required ?? false}
      disabled={disabled ?? false}
      readOnly={readonly ?? false}
      onChange={(event) => onChange(event.target.value === '' ? options.emptyValue : event.target.value)}
      onBlur={(event) => onBlur(id, event.target.value)}
      {...described(props)}
    />
  );
};
