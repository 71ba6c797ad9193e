import { Button } from '@digdir/designsystemet-react';
import type { ArrayFieldItemTemplateProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import styles from '../form.module.css';

/** One row: its title with its number, its fields, and a button that names what it removes. */
export const ArrayFieldItemTemplate = (props: ArrayFieldItemTemplateProps) => {
  const { children, index, parentUiSchema, buttonsProps, schema } = props;
  const { t } = useTranslation();
  const pattern: unknown = parentUiSchema?.['x-row-title'];
  const title =
    typeof pattern === 'string'
      ? pattern.replace('{n}', String(index + 1))
      : t('form.row', { title: schema.title ?? '', number: index + 1 });
  return (
    <fieldset className={styles.row}>
      <legend className={styles.rowTitle}>{title}</legend>
      {children}
      {buttonsProps.hasRemove && (
        <div>
          <Button type="button" variant="tertiary" data-color="danger" onClick={buttonsProps.onRemoveItem}>
            <Icon name="bin" />
            {t('form.remove', { title })}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
