/** A name as people see it: no path, no control or direction characters, composed letters, at most 150 characters with its ending. */
export const fileName = (given: string): string => {
  const base = (given.split(/[/\\]/).at(-1) ?? '').normalize('NFC');
  // eslint-disable-next-line no-control-regex
  const clean = base.replace(/[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (clean === '' || /^\.+$/.test(clean)) return 'plik';
  const letters = [...clean];
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(clean)?.[0] ?? '';
  return letters.length <= 150 ? clean : letters.slice(0, 150 - ending.length).join('') + ending;
};

/** `Content-Disposition` that saves under the name, in ASCII for old readers and as RFC 8187 (RFC 5987) for all letters. */
export const attachmentDisposition = (name: string): string => {
  const ascii = name
    .replace(/[łŁ]/g, (letter) => (letter === 'ł' ? 'l' : 'L'))
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii || 'plik'}"; filename*=UTF-8''${encoded}`;
};
