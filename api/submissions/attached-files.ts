import { fieldsOf, resolve } from '#forms/fields';
import type { Answers, Form } from '#forms/form';
import { pointerOf } from '#forms/json-pointer';
import { z } from 'zod';
import type { Trx } from '#platform/database/in-transaction';
import { ProblemError } from '../problems/problem-error.ts';

export type Attached = { id: string; pointer: string };

/** The uploads that the answers name, each with the place where it is named. */
export const attachedFiles = (form: Form, answers: Answers): Attached[] =>
  [...fieldsOf(form, answers)]
    .flatMap(({ schema, value, path, pointer }) => {
      if (schema.format === 'file-id') return [{ id: value, pointer }];
      const isList = Array.isArray(value) && schema.items && resolve(form, schema.items).format === 'file-id';
      return isList ? value.map((id, index) => ({ id, pointer: pointerOf([...path, index]) })) : [];
    })
    .filter((attached): attached is Attached => z.uuid().safeParse(attached.id).success);

/** The rows of those uploads, in the reader's transaction: other people's uploads are not there. */
export const filesOf = (trx: Trx, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('files')
        .where('id', 'in', ids)
        .where('purpose', '=', 'attachment')
        .select(['id', 'name', 'media_type as mediaType', 'size', 'party_id as partyId'])
        .orderBy('created_at')
        .execute();

/** Each named upload must be the filer's own, made for the same party; one named twice is one attachment. */
export const checkAttached = async (trx: Trx, form: Form, answers: Answers, partyId: string) => {
  const attached = attachedFiles(form, answers);
  const known = await filesOf(
    trx,
    attached.map(({ id }) => id),
  );
  const mine = new Set(known.filter((file) => file.partyId === partyId).map(({ id }) => id));
  const errors = attached.filter(({ id }) => !mine.has(id)).map(({ pointer }) => ({ pointer, code: 'unknown_file' }));
  if (errors.length > 0) throw new ProblemError('form-invalid', { errors });
  return [...new Map(attached.map((file) => [file.id, file])).values()];
};

/** Ties the uploads to the filed form; one that was tied before stays. */
export const attachFiles = async (trx: Trx, submissionId: string, attached: Attached[]): Promise<void> => {
  if (attached.length === 0) return;
  await trx
    .insertInto('submission_files')
    .values(attached.map((file) => ({ submission_id: submissionId, file_id: file.id, field: file.pointer })))
    .onConflict((same) => same.doNothing())
    .execute();
};
