import type { WidgetProps } from '@rjsf/utils';
import { described } from '../described-by.ts';
import { contextOf } from '../field-context.ts';
import { FieldError, Hint } from '../FieldError.tsx';
import styles from '../form.module.css';

/** One statement to tick. An unticked box is no answer. */
export const CheckboxWidget = (props: WidgetProps) => {
  const { id, value, onChange, label, required, disabled, schema, registry } = props;
  const error = contextOf(registry).errors[id];
  return (
    <div className={error === undefined ? styles.field : `${styles.field} ${styles.wrong}`}>
      <Hint id={id} text={schema.description} />
      <FieldError id={id} message={error} />
      <label className={styles.choice}>
        <input
          type="checkbox"
          className="ds-input"
          id={id}
          name={id}
          checked={value === true}
          required={required ?? false}
          disabled={disabled ?? false}
          onChange={(event) => onChange(event.target.checked ? true : schema.const === true ? undefined : false)}
          {...described(props)}
        />
        <span>{label}</span>
      </label>
    </div>
  );
};
