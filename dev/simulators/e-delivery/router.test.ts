import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import express from 'express';
import { companies } from '#dev/city/people';
import { eDeliveryClient, type EDeliveryBox } from '#activities/e-delivery/client';
import { eDeliveryRouter } from './router.ts';

const folder = mkdtempSync(join(tmpdir(), 'e-urzad-e-delivery-'));
let server: Server;
let url: string;
let box: EDeliveryBox;
beforeAll(async () => {
  server = express().use(eDeliveryRouter(folder)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  box = eDeliveryClient({ url, address: 'AE:PL-98765-43210-SFVYC-19' });
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

it('lets the office’s own client find an address, send once, and read the evidence', async () => {
  const { nip, eDeliveryAddress } = companies[0];
  expect(await box.findAddress({ id: nip, referenceRegistry: 'nip' })).toBe(eDeliveryAddress);
  expect(await box.findAddress({ id: '85831401248', referenceRegistry: 'pesel' })).toBeNull();
  expect(await box.findSent('letter-1', 'Decyzja')).toBeNull();
  const attachment = { name: 'decyzja.pdf', mediaType: 'application/pdf', content: Buffer.from('PDF') };
  await box.send({ caseId: 'letter-1', subject: 'Decyzja', to: eDeliveryAddress, textBody: '', attachment });
  const sent = await box.findSent('letter-1', 'Decyzja');
  expect(sent?.evidences.map(({ type }) => type)).toEqual(['A.1', 'D.1']);
  await fetch(`${url}/box/${sent!.messageId}`, { method: 'POST', redirect: 'manual' });
  expect((await box.findSent('letter-1', 'Decyzja'))?.evidences.at(-1)?.type).toBe('E.1');
});
