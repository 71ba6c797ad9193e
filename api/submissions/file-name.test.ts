import { expect, it } from '@jest/globals';
import { attachmentDisposition, fileName } from './file-name.ts';

it.each([
  ['umowa.pdf', 'umowa.pdf'],
  ['C:\\Dokumenty\\umowa.pdf', 'umowa.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['umo\u00adwa\u202efdp.exe', 'umowafdp.exe'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie: x.pdf'],
  ['..', 'plik'],
  ['', 'plik'],
  ['Z\u0307o\u0301ł.pdf', 'Żół.pdf'],
])('shows %j as %j', (given, shown) => {
  expect(fileName(given)).toBe(shown);
});

it('cuts a long name and keeps its ending', () => {
  const name = fileName(`${'ą'.repeat(300)}.pdf`);
  expect([...name].length).toBe(150);
  expect(name.endsWith('ą.pdf')).toBe(true);
});

it('names the file in a header that no name can break out of', () => {
  expect(attachmentDisposition('a"; filename="b.html')).toBe(
    `attachment; filename="a__ filename=_b.html"; filename*=UTF-8''a%22%3B%20filename%3D%22b.html`,
  );
  expect(attachmentDisposition('Łąka (1).pdf')).toBe(
    `attachment; filename="Laka (1).pdf"; filename*=UTF-8''%C5%81%C4%85ka%20%281%29.pdf`,
  );
});
