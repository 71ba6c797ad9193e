import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import { contextOf } from '../field-context.ts';
import { FieldError, Hint } from '../FieldError.tsx';
import styles from '../form.module.css';

/** A group of fields. The page itself and the rows of lists already have their headings. */
export const ObjectFieldTemplate = (props: ObjectFieldTemplateProps) => {
  const { properties, title, description, fieldPathId, registry, schema } = props;
  const id = fieldPathId.$id;
  const isPlain = fieldPathId.path.length === 0 || typeof fieldPathId.path.at(-1) === 'number';
  const hint = typeof description === 'string' ? description : schema.description;
  const fields = (
    <>
      <Hint id={id} text={hint} />
      <FieldError id={id} message={contextOf(registry).errors[id]} />
      {properties.map(({ name, content, hidden }) => (hidden ? null : <div key={name}>{content}</div>))}
    </>
  );
  if (isPlain) return <div className={styles.group}>{fields}</div>;
  return (
    <fieldset id={id} tabIndex={-1} className={`${styles.group} ${styles.titled}`}>
      {title !== '' && <legend className={styles.legend}>{title}</legend>}
      {fields}
    </fieldset>
  );
};
