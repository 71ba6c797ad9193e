import type { FieldTemplateProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { isCheckboxGroup, isFileList, isRadioGroup } from '../choice.ts';
import { contextOf } from '../field-context.ts';
import { FieldError, Hint } from '../FieldError.tsx';
import styles from '../form.module.css';

/** Label, hint, error, control: in this order. Groups get a fieldset and legend; optional fields say so. */
export const FieldTemplate = (props: FieldTemplateProps) => {
  const { id, schema, uiSchema, label, required, hidden, children, registry, rawDescription } = props;
  const { t } = useTranslation();
  const { errors, hidden: hiddenNow, asked } = contextOf(registry);
  if (hidden === true || hiddenNow[id]) return null;
  const isGroup =
    isRadioGroup(schema, uiSchema) || isCheckboxGroup(schema) || isFileList(schema) || schema.format === 'month';
  const draws = isGroup || (schema.type !== 'object' && schema.type !== 'array' && schema.type !== 'boolean');
  if (!draws) return children;

  const error = errors[id];
  const name = (
    <>
      {label}
      {required !== true && !asked[id] && <span className={styles.optional}> {t('form.optional')}</span>}
    </>
  );
  const parts = (
    <>
      <Hint id={id} text={rawDescription === '' ? undefined : rawDescription} />
      <FieldError id={id} message={error} />
      {children}
    </>
  );
  const className = error === undefined ? styles.field : `${styles.field} ${styles.wrong}`;
  return isGroup ? (
    <fieldset id={id} tabIndex={-1} className={className}>
      <legend className={styles.label}>{name}</legend>
      {parts}
    </fieldset>
  ) : (
    <div className={className}>
      <label htmlFor={id} className={styles.label}>
        {name}
      </label>
      {parts}
    </div>
  );
};
