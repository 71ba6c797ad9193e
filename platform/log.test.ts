import { expect, it } from '@jest/globals';
import { openLog } from './log.ts';

const logged = (write: (log: ReturnType<typeof openLog>) => void): string => {
  const lines: string[] = [];
  write(openLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) }));
  return lines.join('');
};

it('keeps back personal data and secrets, however deep they lie', () => {
  const text = logged((log) =>
    log.info({ party: { name: 'Anna', pesel: '55831412344' }, body: [{ answers: { a: 1 }, apiKey: 'k' }] }, 'filed'),
  );
  expect(JSON.parse(text)).toMatchObject({
    level: 'info',
    msg: 'filed',
    party: { name: 'Anna', pesel: '[kept back]' },
    body: [{ answers: '[kept back]', apiKey: '[kept back]' }],
  });
});

it('hides what looks like a PESEL in words and in errors', () => {
  const text = logged((log) => log.error({ err: new Error('no person 55831412344') }, 'PESEL 55831412344 not found'));
  expect(text).not.toContain('55831412344');
  expect(text).toContain('[11 digits]');
  expect(JSON.parse(text)).toMatchObject({ err: { type: 'Error' } });
});
