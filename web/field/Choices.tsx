import styles from './field.module.css';

type Props<V extends string> = {
  id: string;
  legend: string;
  options: readonly { value: V; label: string }[];
  value: V | null;
  onChoose: (value: V) => void;
};

/** Radio buttons as wide as the thumb needs. */
export const Choices = <V extends string>({ id, legend, options, value, onChoose }: Props<V>) => (
  <fieldset id={id} tabIndex={-1} className={styles.choiceList}>
    <legend>{legend}</legend>
    {options.map((option) => (
      <label key={option.value} className={styles.check}>
        <input
          type="radio"
          className="ds-input"
          name={id}
          checked={option.value === value}
          onChange={() => onChoose(option.value)}
        />
        {option.label}
      </label>
    ))}
  </fieldset>
);
