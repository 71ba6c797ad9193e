import { Input } from '@digdir/designsystemet-react';
import type { WidgetProps } from '@rjsf/utils';
import { described } from '../described-by.ts';
import styles from '../form.module.css';
import { maskOf } from '../masks.ts';

/** A line of text; the format decides the phone's keyboard, the width and what the browser may fill in. */
export const TextWidget = (props: WidgetProps) => {
  const { id, value, onChange, onBlur, required, disabled, readonly, schema, uiSchema, options } = props;
  const mask = maskOf(schema, options);
  const unit: unknown = uiSchema?.['x-unit'];
  const input = (
    <Input
      id={id}
      name={id}
      type={mask.type}
      inputMode={mask.inputMode}
      autoComplete={mask.autoComplete}
      placeholder={undefined}
      value={value === undefined || value === null ? '' : String(value)}
      size={mask.size}
      maxLength={schema.maxLength}
      required={required ?? false}
      disabled={disabled ?? false}
      readOnly={(readonly ?? false) || typeof uiSchema?.['x-calculate'] === 'string'}
      onChange={(event) => onChange(event.target.value === '' ? options.emptyValue : event.target.value)}
      onBlur={(event) => onBlur(id, event.target.value)}
      {...described(props)}
    />
  );
  return typeof unit === 'string' ? (
    <span className={styles.withUnit}>
      {input}
      <span aria-hidden="true">{unit}</span>
    </span>
  ) : (
    input
  );
};
