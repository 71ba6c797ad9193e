import type { WidgetProps } from '@rjsf/utils';
import { contextOf } from '../field-context.ts';
import styles from '../form.module.css';

/** Several of a few choices; kept in the order of the list, whatever order they were ticked in. */
export const CheckboxesWidget = ({ id, value, onChange, disabled, options, registry }: WidgetProps) => {
  const choices = options.enumOptions ?? [];
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const hasError = contextOf(registry).errors[id] !== undefined;
  const toggle = (changed: unknown): void => {
    const has = (each: unknown): boolean => (each === changed ? !chosen.includes(each) : chosen.includes(each));
    onChange(choices.map((choice) => choice.value as unknown).filter(has));
  };
  return (
    <div className={styles.choices}>
      {choices.map((choice, index) => (
        <label key={String(choice.value)} className={styles.choice}>
          <input
            type="checkbox"
            className="ds-input"
            id={`${id}-${index}`}
            name={id}
            checked={chosen.includes(choice.value)}
            disabled={disabled ?? false}
            aria-invalid={hasError || undefined}
            aria-describedby={hasError ? `${id}-error` : undefined}
            onChange={() => toggle(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
};
