import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { freePort, requireFreePort } from './ports.ts';

it('names the taken port, what needs it, and the variable that moves it', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  await expect(requireFreePort(port, 'the office', 'PORT')).rejects.toThrow(
    `Port ${port}, needed for the office, is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
  other.close();
  await once(other, 'close');
  await expect(requireFreePort(port, 'the office', 'PORT')).resolves.toBeUndefined();
});
