import { createServer, type Server, type Socket } from 'node:net';

export type Envelope = { from: string; to: string[]; data: string };

const LARGEST = 25 << 20;

/** Says the SMTP lines that a sender needs (RFC 5321), and hands over each message; sends nothing anywhere. */
export const smtpServer = (receive: (message: Envelope) => void): Server =>
  createServer((socket: Socket) => {
    let from = '';
    let to: string[] = [];
    let rest = '';
    let data: string[] | undefined;
    let size = 0;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

    const commands: Record<string, (line: string) => void> = {
      EHLO: () => say('250-mail.simulator\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 26214400'),
      HELO: () => say('250 mail.simulator'),
      MAIL: (line) => {
        from = address(line);
        to = [];
        say('250 OK');
      },
      RCPT: (line) => {
        to.push(address(line));
        say('250 OK');
      },
      DATA: () => {
        if (to.length === 0) return say('503 no recipient');
        data = [];
        size = 0;
        say('354 end with <CRLF>.<CRLF>');
      },
      RSET: () => say('250 OK'),
      NOOP: () => say('250 OK'),
      QUIT: () => {
        say('221 bye');
        socket.end();
      },
    };
    const take = (line: string) => {
      if (!data) {
        const command = commands[line.slice(0, 4).toUpperCase()];
        return command ? command(line) : say('502 not known here');
      }
      if (line !== '.') {
        size += line.length;
        // A line of the message that begins with a dot comes with a second one in front.
        if (size <= LARGEST) data.push(line.startsWith('.') ? line.slice(1) : line);
        return;
      }
      if (size <= LARGEST) receive({ from, to, data: data.join('\r\n') });
      data = undefined;
      say(size <= LARGEST ? '250 OK' : '552 too large');
    };
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop()!;
      lines.forEach(take);
    });
    say('220 mail.simulator ESMTP');
  });
