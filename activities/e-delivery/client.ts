import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { ask, describe, isRefusal } from '../http/ask.ts';
import type { EDeliverySettings } from './token.ts';
import { eDeliveryTokens } from './token.ts';

export type OfficialId = { id: string; referenceRegistry: 'pesel' | 'nip' };
export type OutgoingMessage = {
  /** Our own name of the message: what it is looked up by after an unclear answer. */
  caseId: string;
  subject: string;
  to: string;
  textBody: string;
  attachment: { name: string; mediaType: string; content: Uint8Array };
};
export type EvidenceRecord = { type: string; at: string };
export type SentMessage = { messageId: string; status: string | null; evidences: EvidenceRecord[] };

/** The office's box of e-Delivery: sends, finds what it sent, and asks the register of addresses (BAE). */
export interface EDeliveryBox {
  /** The main active address of a person or company, asked right before each dispatch; null when there is none. */
  findAddress(id: OfficialId): Promise<string | null>;
  /** One POST, never repeated here: after an unclear answer ask `findSent` first. */
  send(message: OutgoingMessage): Promise<void>;
  findSent(caseId: string, subject: string): Promise<SentMessage | null>;
}

const hits = z.object({
  baeSearchResponses: z
    .array(
      z.object({
        recipientEda: z.object({ recipientEda: z.string(), isMainEda: z.boolean().optional(), edaStatus: z.string() }),
      }),
    )
    .default([]),
});
const evidence = z.object({ evidenceType: z.string(), eventDate: z.string() });
const messages = z.array(
  z.object({
    messageMetadata: z.object({ subject: z.string(), caseId: z.string().nullish(), messageId: z.string().nullish() }),
    messageControlData: z.object({ status: z.string().nullish() }).nullish(),
  }),
);

/** Client of the UA API 3.0.8 and the SE API 4.0.5. */
export const eDeliveryClient = (settings: EDeliverySettings): EDeliveryBox => {
  const token = eDeliveryTokens(settings);
  const box = `${settings.url}/api/v3/${settings.address}`;
  const send = async (method: 'GET' | 'POST', url: string, json?: unknown) => {
    const answer = await ask({ method, url, json, headers: { authorization: `Bearer ${await token()}` } });
    if (answer.status < 300 || answer.status === 404) return answer;
    const account = describe(`e-Delivery ${method}`, answer);
    if (isRefusal(answer) && answer.status !== 401) throw ApplicationFailure.nonRetryable(account, 'EDeliveryRejected');
    throw new Error(account);
  };

  return {
    findAddress: async ({ id, referenceRegistry }) => {
      const answer = await send('POST', `${settings.url}/api/se/v4/search/bae_search`, {
        senderEda: settings.address,
        recipientEdasOnly: false,
        searchCategory: [referenceRegistry === 'pesel' ? 'INDIVIDUAL' : 'COMPANY'],
        officialIds: [{ id, referenceRegistry }],
      });
      if (answer.status === 404) return null;
      const active = hits
        .parse(answer.body)
        .baeSearchResponses.map(({ recipientEda }) => recipientEda)
        .filter(({ edaStatus }) => edaStatus === 'ACTIVE');
      return (active.find(({ isMainEda }) => isMainEda) ?? active[0])?.recipientEda ?? null;
    },
    send: async ({ caseId, subject, to, textBody, attachment: { name, mediaType, content } }) => {
      const file = { fileMetadata: { filename: name, contentType: mediaType, size: content.length } };
      await send('POST', `${box}/messages`, {
        messageMetadata: {
          from: { eDeliveryAddress: settings.address },
          to: [{ eDeliveryAddress: to }],
          subject,
          caseId,
          shippingService: 'electronic',
        },
        textBody,
        attachments: [{ order: 1, file: { ...file, file: Buffer.from(content).toString('base64') } }],
      });
    },
    findSent: async (caseId, subject) => {
      const list = messages.parse((await send('GET', `${box}/messages?format=metadata&limit=2000`)).body);
      const found = list.find(
        ({ messageMetadata: sent }) => sent.caseId === caseId && sent.subject === subject && sent.messageId,
      );
      const messageId = found?.messageMetadata.messageId;
      if (!found || !messageId) return null;
      const { body } = await send('GET', `${box}/messages/${encodeURIComponent(messageId)}/evidences`);
      const parsed = z.array(evidence).safeParse(body);
      const evidences = (parsed.success ? parsed.data : []).map(({ evidenceType: type, eventDate: at }) => ({
        type,
        at,
      }));
      return { messageId, status: found.messageControlData?.status ?? null, evidences };
    },
  };
};
