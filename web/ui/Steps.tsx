import styles from './Steps.module.css';

/** Numbered steps in order: what happens, one thing a line. */
export const Steps = ({ items }: { items: string[] }) => (
  <ol className={styles.steps}>
    {items.map((item) => (
      <li key={item}>
        <span>{item}</span>
      </li>
    ))}
  </ol>
);
