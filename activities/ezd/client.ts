import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import type { Answer, Question } from '../http/ask.ts';
import { ask, describe, isRefusal } from '../http/ask.ts';
import type { EzdCredentials } from './token.ts';
import { ezdTokens } from './token.ts';

/** What the office needs of a records system; EZD RP's integrator API v2 below, another system may stand behind it. */
export interface RecordsSystem {
  /** The case of that external identifier, opened when there is none. */
  openCase(input: { externalId: string; jrwa: string; title: string }): Promise<{ id: string; caseSign: string }>;
  registerIncoming(input: MailInput): Promise<{ registerNumber: string }>;
  registerOutgoing(input: MailInput & { caseId: string }): Promise<{ registerNumber: string }>;
  addDocument(input: DocumentInput): Promise<{ id: string }>;
  closeCase(externalId: string): Promise<void>;
}
export type MailInput = { externalId: string; title: string; party: string; on: string; caseId?: string };
export type DocumentInput = {
  caseId: string;
  externalId: string;
  name: string;
  mediaType: string;
  content: Uint8Array;
};

const openedCase = z.object({ id: z.string(), znak: z.string() });
const mail = z.object({ numer: z.string() });
const document = z.object({ id: z.string() });
const found = <T extends z.ZodType>(item: T) => z.object({ wyniki: z.array(item) });

/** Client of EZD RP. Each item carries our identifier, is looked up before it is made, and a 409 tells that it is there. */
export const ezdClient = (credentials: EzdCredentials): RecordsSystem => {
  const tokens = ezdTokens(credentials);
  const base = `${credentials.url}/ezdrp/integrator/v2`;

  const send = async (question: Omit<Question, 'url'> & { path: string }): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await tokens.token()}`, sid: credentials.pid };
    const answer = await ask({ ...question, url: `${base}${question.path}`, headers });
    if (answer.status === 401) tokens.forget(); // The token was called back early: the next attempt asks for a new one.
    return answer;
  };
  const read = async <T extends z.ZodType>(
    question: Omit<Question, 'url'> & { path: string },
    schema: T,
  ): Promise<z.output<T>> => {
    const answer = await send(question);
    // EZD answers 409 to a repeated identifier, and then tells the item that it holds already: count it as registered.
    if (answer.status < 300 || answer.status === 409) return schema.parse(answer.body);
    const account = describe(`EZD ${question.method} ${question.path}`, answer);
    if (isRefusal(answer) && answer.status !== 401) throw ApplicationFailure.nonRetryable(account, 'EzdRejected');
    throw new Error(account);
  };
  const search = async (path: string, externalId: string): Promise<string | undefined> => {
    const json = { identyfikatorZewnetrzny: externalId };
    return (await read({ method: 'POST', path, json }, found(mail))).wyniki[0]?.numer;
  };
  const caseOf = async (externalId: string) => {
    const path = `/sprawy?identyfikatorZewnetrzny=${encodeURIComponent(externalId)}`;
    return (await read({ method: 'GET', path }, found(openedCase))).wyniki[0];
  };

  return {
    openCase: async ({ externalId, jrwa, title }) => {
      const json = { idWykaz: jrwa, tytul: title.slice(0, 500), identyfikatorZewnetrzny: externalId };
      const item = (await caseOf(externalId)) ?? (await read({ method: 'POST', path: '/sprawy', json }, openedCase));
      return { id: item.id, caseSign: item.znak };
    },
    registerIncoming: async ({ externalId, title, party, on, caseId }) => {
      const json = {
        tytul: title,
        nadawca: party,
        dataWplywu: on,
        idSprawy: caseId,
        identyfikatorZewnetrzny: externalId,
      };
      const known = await search('/rpw/_search', externalId);
      return { registerNumber: known ?? (await read({ method: 'POST', path: '/rpw', json }, mail)).numer };
    },
    registerOutgoing: async ({ externalId, title, party, on, caseId }) => {
      const json = {
        tytul: title,
        adresat: party,
        dataPisma: on,
        idSprawy: caseId,
        identyfikatorZewnetrzny: externalId,
      };
      const known = await search('/kw/_search', externalId);
      return { registerNumber: known ?? (await read({ method: 'POST', path: '/kw/wyslanie', json }, mail)).numer };
    },
    addDocument: async ({ caseId, externalId, name, mediaType, content }) => {
      const multipart = new FormData();
      multipart.set('nazwa', name);
      multipart.set('identyfikatorZewnetrzny', externalId);
      multipart.set('plik', new Blob([new Uint8Array(content)], { type: mediaType }), name);
      return read({ method: 'POST', path: `/sprawy/${caseId}/dokumenty`, multipart }, document);
    },
    closeCase: async (externalId) => {
      const item = await caseOf(externalId);
      if (item) await read({ method: 'PATCH', path: `/sprawy/${item.id}/zakonczenie`, json: {} }, openedCase);
    },
  };
};
