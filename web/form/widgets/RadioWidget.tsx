import type { WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { contextOf } from '../field-context.ts';
import styles from '../form.module.css';

/** Radio buttons with large targets; the group's legend, hint and error stand around them. */
export const RadioWidget = ({ id, value, onChange, required, disabled, schema, options, registry }: WidgetProps) => {
  const { t } = useTranslation();
  const hasError = contextOf(registry).errors[id] !== undefined;
  const choices =
    schema.type === 'boolean'
      ? [
          { value: true, label: t('form.yes') },
          { value: false, label: t('form.no') },
        ]
      : (options.enumOptions ?? []);
  return (
    <div className={styles.choices}>
      {choices.map((choice, index) => (
        <label key={String(choice.value)} className={styles.choice}>
          <input
            type="radio"
            className="ds-input"
            id={`${id}-${index}`}
            name={id}
            checked={choice.value === value}
            required={required ?? false}
            disabled={disabled ?? false}
            aria-invalid={hasError || undefined}
            aria-describedby={hasError ? `${id}-error` : undefined}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
};
