import { Select } from '@digdir/designsystemet-react';
import type { WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { isRadioGroup } from '../choice.ts';
import { described } from '../described-by.ts';
import { RadioWidget } from './RadioWidget.tsx';

/** Few choices are radio buttons, so that all are in sight; many are a list. */
export const SelectWidget = (props: WidgetProps) => {
  const { id, value, onChange, required, disabled, schema, uiSchema, options } = props;
  const { t } = useTranslation();
  if (isRadioGroup(schema, uiSchema)) return <RadioWidget {...props} />;
  const choices = options.enumOptions ?? [];
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <Select
      id={id}
      name={id}
      value={chosen < 0 ? '' : String(chosen)}
      required={required ?? false}
      disabled={disabled ?? false}
      onChange={(event) =>
        onChange(event.target.value === '' ? options.emptyValue : choices[Number(event.target.value)]?.value)
      }
      {...described(props)}
    >
      <option value="">{t('form.choose')}</option>
      {choices.map((choice, index) => (
        <option key={String(choice.value)} value={index}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
};
