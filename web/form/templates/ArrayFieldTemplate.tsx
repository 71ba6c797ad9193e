import { Button } from '@digdir/designsystemet-react';
import type { ArrayFieldTemplateProps } from '@rjsf/utils';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { contextOf } from '../field-context.ts';
import { FieldError, Hint } from '../FieldError.tsx';
import styles from '../form.module.css';

/** A list of rows. After “add” the focus is in the new row; after “remove” on the list, whose length is read aloud. */
export const ArrayFieldTemplate = (props: ArrayFieldTemplateProps) => {
  const { items, title, canAdd, onAddClick, fieldPathId, schema, registry, uiSchema } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLFieldSetElement>(null);
  const before = useRef(items.length);
  const id = fieldPathId.$id;

  useEffect(() => {
    const rows = box.current?.querySelectorAll<HTMLElement>(':scope > [data-rows] > fieldset');
    if (items.length > before.current)
      rows?.[rows.length - 1]?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    if (items.length < before.current) box.current?.focus();
    before.current = items.length;
  }, [items.length]);

  const add: unknown = uiSchema?.['ui:add'] ?? uiSchema?.['x-add'];
  return (
    <fieldset ref={box} id={id} tabIndex={-1} className={`${styles.group} ${styles.titled}`}>
      <legend className={styles.legend}>{title}</legend>
      <Hint id={id} text={schema.description} />
      <FieldError id={id} message={contextOf(registry).errors[id]} />
      <p className="visually-hidden" role="status">
        {t('form.rows', { count: items.length })}
      </p>
      <div data-rows="" className={styles.rows}>
        {items}
      </div>
      {canAdd === true && (
        <div>
          <Button type="button" variant="secondary" onClick={onAddClick}>
            <Icon name="plus" />
            {typeof add === 'string' ? add : t(items.length === 0 ? 'form.addFirst' : 'form.addNext', { title })}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
