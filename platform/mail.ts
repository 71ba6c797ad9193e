import { createTransport } from 'nodemailer';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Makes a repeated send recognisable. */ messageId?: string;
};

/** Sends notices. Letters with legal effect never go by e-mail. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** A mail server as the sender. */
export const openMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async ({ to, subject, text, messageId }) => {
      await transport.sendMail({ to, subject, text, messageId });
    },
    close: () => transport.close(),
  };
};
