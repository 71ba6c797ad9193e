import type { ValidateFunction } from 'ajv';
import { createContext, useContext } from 'react';
import type { Form } from '#forms/form';
import type { Draft, ServiceForm } from '../../api/types.ts';
import type { useDraft } from './use-draft.ts';

/** What the pages of one filing share: the form's version, its validator, the draft. */
export type Filing = {
  service: Pick<ServiceForm, 'serviceId' | 'version' | 'title'>;
  form: Form;
  /** Null when its module could not be read: then the office checks at the end. */
  validator: ValidateFunction | null;
  draft: Draft;
  answers: ReturnType<typeof useDraft>;
  uploading: number;
  onUploading: (change: number) => void;
  startAnew: () => Promise<void>;
};

const FilingContext = createContext<Filing | null>(null);
export const FilingProvider = FilingContext.Provider;

export const useFiling = (): Filing => {
  const filing = useContext(FilingContext);
  if (!filing) throw new Error('a page of a form stands outside of its filing');
  return filing;
};
