import { Input } from '@digdir/designsystemet-react';
import type { WidgetProps } from '@rjsf/utils';
import { described } from '../described-by.ts';

/** The browser's own date field: it speaks the reader's language and works by keyboard. */
export const DateWidget = (props: WidgetProps) => {
  const { id, value, onChange, onBlur, required, disabled, readonly, options } = props;
  return (
    <Input
      id={id}
      name={id}
      type="date"
      size={16}
      value={typeof value === 'string' ? value : ''}
      required={required ?? false}
      disabled={disabled ?? false}
      readOnly={readonly ?? false}
      onChange={(event) => onChange(event.target.value === '' ? options.emptyValue : event.target.value)}
      onBlur={(event) => onBlur(id, event.target.value)}
      {...described(props)}
    />
  );
};
