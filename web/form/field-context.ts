import type { Registry } from '@rjsf/utils';
import type { Json } from '#forms/form';
import type { FileRef } from '../api/types.ts';

/** What the theme's small files share through rjsf: errors by field, files by id, the form's state of upload. */
export type FieldContext = {
  /** Sentences by the id of their field. */
  errors: Readonly<Record<string, string>>;
  /** Ids of fields that the answers hide, and of those that a rule asks for. */
  hidden: Readonly<Record<string, true>>;
  asked: Readonly<Record<string, true>>;
  files: readonly FileRef[];
  onFile: (file: FileRef) => void;
  /** Uploads under way: sending waits for them. */
  onUploading: (count: number) => void;
};

/** The field's id in the page from its JSON pointer, and so the target of links in error summaries. */
export const fieldId = (path: readonly (string | number)[]): string => ['f', ...path].join('-');

export const idSeparator = '-';

export const contextOf = (registry: Registry): FieldContext => registry.formContext as FieldContext;

export type Value = Json | undefined;
