import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { readMessage } from '#dev/simulators/mail/message';
import { smtpServer } from '#dev/simulators/mail/smtp';
import type { Envelope } from '#dev/simulators/mail/smtp';
import { openMailer } from './mail.ts';

it('sends a notice whose words and names keep their letters, and whose headers nobody can add to', async () => {
  const received: Envelope[] = [];
  const server = smtpServer((message) => received.push(message)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const mailer = openMailer({ url: `smtp://127.0.0.1:${port}`, from: 'e-Urząd <urzad@example.org>' });
  const subject = 'Potwierdzenie złożenia\r\nBcc: someone@example.org';
  await mailer.send({ to: 'anna@example.org', subject, text: 'Zażółć gęślą jaźń.' });
  mailer.close();
  server.close();
  expect(received).toHaveLength(1);
  expect(received[0]!.to).toEqual(['anna@example.org']);
  const message = readMessage(received[0]!.data);
  expect(message.text.trim()).toBe('Zażółć gęślą jaźń.');
  expect(message.subject).toMatch(/^Potwierdzenie złożenia/);
  expect(received[0]!.data).not.toMatch(/^Bcc:/m);
});

it('fails when no server is there', async () => {
  const mailer = openMailer({ url: 'smtp://127.0.0.1:1', from: 'urzad@example.org' });
  await expect(mailer.send({ to: 'a@example.org', subject: 's', text: 't' })).rejects.toThrow(/ECONNREFUSED/);
});
