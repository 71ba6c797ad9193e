export type Message = { subject: string; from: string; text: string; attachments: string[] };

const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, body: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(body, 'base64').toString('utf8')
        : decodeQuoted(body.replaceAll('_', ' ')),
    );

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const split = (source: string): { headers: Map<string, string>; body: string } => {
  const end = source.indexOf('\r\n\r\n');
  const head = (end < 0 ? source : source.slice(0, end)).replace(/\r\n[ \t]+/g, ' ');
  const headers = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: end < 0 ? '' : source.slice(end + 4) };
};

const decodeBody = (body: string, encoding = ''): string => {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding.toLowerCase() === 'quoted-printable' ? decodeQuoted(body) : body;
};

/** What a person reads in a mail: its subject, its plain text, and the names of what is attached. */
export const readMessage = (source: string): Message => {
  const { headers, body } = split(source);
  const type = headers.get('content-type') ?? 'text/plain';
  const subject = decodeWords(headers.get('subject') ?? '');
  const from = decodeWords(headers.get('from') ?? '');
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) {
    return { subject, from, text: decodeBody(body, headers.get('content-transfer-encoding')), attachments: [] };
  }
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.replace(/^\r\n/, ''));
  const names = parts.flatMap(
    (part) => /filename\*?="?([^";\r\n]+)/i.exec(split(part).headers.get('content-disposition') ?? '')?.[1] ?? [],
  );
  const inner = parts.map(readMessage);
  const isText = (index: number) =>
    /^(text\/plain|multipart\/)/i.test(split(parts[index]!).headers.get('content-type') ?? '');
  const text = inner.find((part, index) => isText(index) && part.text)?.text ?? '';
  return {
    subject,
    from,
    text,
    attachments: [...names.map(decodeWords), ...inner.flatMap((part) => part.attachments)],
  };
};
