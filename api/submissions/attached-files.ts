import { fieldsOf, resolve } from '#forms/fields';
import type { Answers, Form } from '#forms/form';
import { pointerOf } from '#forms/json-pointer';
import { z } from 'zod';
import type { Trx } from '#platform/database/in-transaction';

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
