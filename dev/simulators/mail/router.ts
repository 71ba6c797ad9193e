import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Router } from 'express';
import { escapeHtml, page } from '../page.ts';
import { stateFile } from '../state-file.ts';
import { readMessage, type Message } from './message.ts';
import { smtpServer } from './smtp.ts';

type Mail = Message & { id: string; to: string[]; at: string };
const KEPT = 200;
const system = 'Poczta elektroniczna';
const time = (at: string) => new Date(at).toLocaleString('pl-PL', { timeZone: 'Europe/Warsaw' });

const row = (mail: Mail) =>
  `<tr><td><a href="mail/${mail.id}">${escapeHtml(mail.subject || '(bez tematu)')}</a></td><td>${escapeHtml(mail.to.join(', '))}</td><td>${time(mail.at)}</td></tr>`;

const listPage = (mails: readonly Mail[]) =>
  page(
    'Wysłane wiadomości',
    system,
    mails.length === 0
      ? '<p>Urząd nie wysłał jeszcze żadnej wiadomości.</p>'
      : `<table><thead><tr><th scope="col">Temat</th><th scope="col">Do</th><th scope="col">Kiedy</th></tr></thead><tbody>${mails.map(row).join('')}</tbody></table>`,
  );

const mailPage = (mail: Mail) =>
  page(
    mail.subject,
    system,
    `<p><a href="../mail">Wszystkie wiadomości</a></p><div class="card"><dl><dt>Od</dt><dd>${escapeHtml(mail.from)}</dd>
<dt>Do</dt><dd>${escapeHtml(mail.to.join(', '))}</dd><dt>Kiedy</dt><dd>${time(mail.at)}</dd>
${mail.attachments.length ? `<dt>Załączniki</dt><dd>${escapeHtml(mail.attachments.join(', '))}</dd>` : ''}</dl>
<pre>${escapeHtml(mail.text)}</pre></div>`,
  );

/** Catches the mail that the office sends and shows it; nothing leaves this machine. */
export const mailCatcher = (folder: string) => {
  const { state, save } = stateFile<{ mails: Mail[] }>(join(folder, 'mail.json'), { mails: [] });
  const smtp = smtpServer(({ to, data }) => {
    state.mails.unshift({ ...readMessage(data), id: randomUUID(), to, at: new Date().toISOString() });
    state.mails.length = Math.min(state.mails.length, KEPT);
    save();
  });
  const router = Router();
  router.get('/mail', (_request, response) => void response.send(listPage(state.mails)));
  router.get('/mail/_state', (_request, response) => void response.json(state));
  router.get('/mail/:id', (request, response) => {
    const mail = state.mails.find(({ id }) => id === request.params.id);
    if (mail) response.send(mailPage(mail));
    else response.status(404).send(page('Nie ma takiej wiadomości', system, '<p><a href="../mail">Wszystkie</a></p>'));
  });
  return { smtp, router };
};
