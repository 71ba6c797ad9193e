import RjsfForm from '@rjsf/core';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import type { Answers, Form, Json } from '#forms/form';
import { pathOf } from '#forms/json-pointer';
import { pageView } from '#forms/localise';
import type { FileRef } from '../api/types.ts';
import { useLocal } from '../texts/use-local.ts';
import { branchValidator } from './branch-validator.ts';
import { fieldId, idSeparator, type FieldContext } from './field-context.ts';
import { rulesNow } from './rules-now.ts';
import { fields, templates, widgets } from './theme.tsx';

export type FieldFault = { pointer: string; message: string };

type Props = {
  form: Form;
  answers: Answers;
  onChange: (answers: Answers) => void;
  /** One page; without it the whole form, as clerks' short task forms are. */
  page?: string;
  errors?: readonly FieldFault[];
  files?: readonly FileRef[];
  onFile?: (file: FileRef) => void;
  onUploading?: (count: number) => void;
  disabled?: boolean;
};

const nothing = (): void => undefined;

/** rjsf would tick a declaration by itself (`const: true`) and put in empty groups: answers are only what people gave. */
const addNothing = {
  constAsDefaults: 'never',
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;

/** The fields of a form, or of one page of it, in the reader's language. It draws; checking and sending are its caller's. */
export const FormFields = ({
  form,
  answers,
  onChange,
  page,
  errors = [],
  files = [],
  onFile = nothing,
  onUploading = nothing,
  disabled = false,
}: Props) => {
  const { lang } = useLocal();
  const { schema, uiSchema } = useMemo(() => pageView(form, answers, lang, page), [form, answers, lang, page]);
  const context = useMemo<FieldContext>(
    () => ({
      ...rulesNow(form, answers),
      errors: Object.fromEntries(errors.map(({ pointer, message }) => [fieldId(pathOf(pointer)), message])),
      files,
      onFile,
      onUploading,
    }),
    [form, answers, errors, files, onFile, onUploading],
  );
  const data = page === undefined ? answers : answers[page];
  return (
    <RjsfForm
      // rjsf holds answers of its own: without a new one a page would inherit those of the page before.
      key={page ?? ''}
      tagName="div"
      idPrefix={fieldId(page === undefined ? [] : [page])}
      idSeparator={idSeparator}
      schema={schema as RJSFSchema}
      uiSchema={{ ...uiSchema, 'ui:submitButtonOptions': { norender: true } } as UiSchema}
      formData={data}
      formContext={context}
      validator={branchValidator}
      templates={templates}
      widgets={widgets}
      fields={fields}
      disabled={disabled}
      experimental_defaultFormStateBehavior={addNothing}
      noValidate
      noHtml5Validate
      showErrorList={false}
      onChange={({ formData }) => {
        const next = (formData ?? {}) as Json;
        onChange(page === undefined ? (next as Answers) : { ...answers, [page]: next });
      }}
    />
  );
};
