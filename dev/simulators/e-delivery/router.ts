import { randomBytes } from 'node:crypto';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { companies, residents } from '#dev/city/people';
import { escapeHtml, page } from '../page.ts';
import { eDeliveryBoxes, type BoxMessage } from './box.ts';
import { assertionProblem } from './token.ts';

const LIFE = 300;
const address = z.object({ eDeliveryAddress: z.string() });
const newMessage = z.object({
  messageMetadata: z.object({
    from: address,
    to: z.array(address).min(1),
    subject: z.string().min(1),
    caseId: z.string().nullish(),
  }),
  textBody: z.string().default(''),
  attachments: z.array(z.object({ file: z.object({ fileMetadata: z.object({ filename: z.string() }) }) })).default([]),
});
const search = z.object({
  officialIds: z.array(z.object({ id: z.string(), referenceRegistry: z.string() })).default([]),
});

const refuse = (response: Response, status: number, error: string) =>
  void response.status(status).json({ error, error_description: error });

const shown = ({ messageId, subject, caseId, from, to, status }: BoxMessage) => ({
  messageMetadata: {
    messageId,
    subject,
    caseId,
    from: { eDeliveryAddress: from },
    to: [{ eDeliveryAddress: to }],
  },
  messageControlData: { status },
});

const boxPage = (messages: readonly BoxMessage[]): string =>
  page(
    'Skrzynki adresatów',
    'e-Doręczenia',
    messages
      .map(
        ({ messageId, subject, to, status, attachments }) => `<div class="card"><h2>${escapeHtml(subject)}</h2>
<dl><dt>Do</dt><dd>${escapeHtml(to)}</dd><dt>Stan</dt><dd>${status}</dd><dt>Załączniki</dt><dd>${escapeHtml(attachments.join(', '))}</dd></dl>
${status === 'Doręczona' ? '' : `<form method="post" action="box/${messageId}"><p><button class="main">Odbierz jako adresat</button></p></form>`}</div>`,
      )
      .join('') || '<p>Nie ma jeszcze żadnej wiadomości.</p>',
  );

/** The e-Delivery operator: UA API 3 (a mailbox), SE API 4 (search for addresses), and a page that stands for the addressees. */
export const eDeliveryRouter = (folder: string): Router => {
  const boxes = eDeliveryBoxes(folder);
  const tokens = new Map<string, number>();
  const router = Router();
  const byId = (id: unknown) => boxes.state.messages.find(({ messageId }) => messageId === id);

  const authorize = (request: Request, response: Response, next: NextFunction) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    if (token && (tokens.get(token) ?? 0) > Date.now()) next();
    else refuse(response, 401, 'invalid_token');
  };

  router.get('/_state', (_request, response) => void response.json(boxes.state));
  router.get('/box', (_request, response) => void response.send(boxPage(boxes.state.messages)));
  router.post('/box/:id', (request, response) => {
    const message = byId(request.params.id);
    if (message) boxes.open(message);
    response.redirect(303, '../box');
  });
  router.post(
    '/auth/realms/EDOR/protocol/openid-connect/token',
    express.urlencoded({ extended: false }),
    (request, response) => {
      const problem = assertionProblem((request.body ?? {}) as Record<string, string>, Date.now());
      if (problem) return refuse(response, 400, problem);
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, Date.now() + LIFE * 1000);
      response.json({ access_token: token, token_type: 'Bearer', expires_in: LIFE });
    },
  );

  const api = Router();
  router.use('/api', authorize, express.json({ limit: '30mb' }), api);
  api.post('/se/v4/search/bae_search', (request, response) => {
    const parsed = search.safeParse(request.body);
    if (!parsed.success) return refuse(response, 400, 'SEAPI-00001');
    const ids = parsed.data.officialIds;
    const isAsked = (registry: 'nip' | 'pesel', number: string): boolean =>
      ids.some(({ id, referenceRegistry }) => referenceRegistry === registry && id === number);
    const found = [
      ...companies.filter(({ nip }) => isAsked('nip', nip)),
      ...residents.filter(({ pesel, eDeliveryAddress }) => eDeliveryAddress && isAsked('pesel', pesel)),
    ];
    if (found.length === 0) return refuse(response, 404, 'SEAPI-00404');
    response.json({
      baeSearchResponses: found.map(({ eDeliveryAddress }) => ({
        recipientEda: { recipientEda: eDeliveryAddress, isMainEda: true, edaStatus: 'ACTIVE' },
      })),
    });
  });
  api.post('/v3/:box/messages', (request, response) => {
    const parsed = newMessage.safeParse(request.body);
    if (!parsed.success) return refuse(response, 400, 'bad_message');
    const { messageMetadata: meta, textBody, attachments } = parsed.data;
    const { messageTaskId } = boxes.send({
      subject: meta.subject,
      caseId: meta.caseId ?? null,
      from: request.params.box,
      to: meta.to[0]!.eDeliveryAddress,
      textBody,
      attachments: attachments.map(({ file }) => file.fileMetadata.filename),
    });
    response.status(202).json({ messageTaskId });
  });
  api.get('/v3/:box/messages', (request, response) => {
    const own = boxes.state.messages.filter(({ from, to }) => [from, to].includes(request.params.box));
    response.json(own.slice(-2000).map(shown));
  });
  api.get('/v3/:box/messages/tasks/:task/status', (_request, response) => void response.json({ status: 'FINISHED' }));
  api.get('/v3/:box/messages/tasks/:task', (request, response) => {
    const sent = boxes.state.messages.find(({ messageTaskId }) => messageTaskId === request.params.task);
    if (sent) response.json({ messageId: sent.messageId });
    else refuse(response, 404, 'no_such_task');
  });
  api.get('/v3/:box/messages/:id', (request, response) => {
    response.json(
      request.params.id
        .split(',')
        .flatMap((id) => byId(id) ?? [])
        .map(shown),
    );
  });
  api.get('/v3/:box/messages/:id/evidences', (request, response) => {
    const message = byId(request.params.id);
    if (message) response.json(message.evidences);
    else refuse(response, 404, 'no_such_message');
  });
  return router;
};
