import type { Page } from 'playwright-core';
import { look } from '../support/witness.ts';

const open = async (page: Page, address: string, letter: RegExp): Promise<void> => {
  await page.goto(`${address}/teren`);
  const row = page.getByRole('link', { name: letter }).first();
  // The letter comes when the case has gone on; the list is read anew until then.
  for (let turn = 0; turn < 30 && !(await row.isVisible()); turn += 1) {
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(500);
  }
  await look(page, 'field-list');
  await row.click();
  await page.getByText('Co się stało?').first().waitFor();
};

/** Handed over, signed with a finger on the screen. */
export const handOver = async (page: Page, address: string, recipient: string): Promise<void> => {
  await open(page, address, new RegExp(recipient));
  await look(page, 'field-letter');
  await page.getByRole('button', { name: 'Oddano list' }).click();
  await page.getByRole('radio', { name: 'Adresat' }).check();
  await page.getByRole('textbox', { name: /Imię i nazwisko/ }).fill(recipient);
  const canvas = page.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1)
    await page.mouse.move(box.x + 20 + step * 15, box.y + box.height / 2 + (step % 2 ? -18 : 18));
  await page.mouse.up();
  await look(page, 'field-signature');
  await page.getByRole('button', { name: 'Zapisz doręczenie' }).click();
  await sent(page, address, /doręczony/);
};

/** Nobody there: a notice is left. */
export const leaveNotice = async (page: Page, address: string, recipient: string, number: 1 | 2): Promise<void> => {
  await open(page, address, new RegExp(recipient));
  await page.getByRole('button', { name: 'Nikogo nie ma' }).click();
  await page.getByRole('radio', { name: 'W skrzynce na listy' }).check();
  await look(page, `field-notice-${number}`);
  await page.getByRole('button', { name: 'Zapisz zawiadomienie' }).click();
  await sent(page, address, number === 1 ? /pierwsze zawiadomienie/ : /dwa zawiadomienia/);
};

/** After the time to undo, the office has it, and the list says so. */
const sent = async (page: Page, address: string, state: RegExp): Promise<void> => {
  await page.waitForTimeout(11_000);
  for (const view of ['', '?view=done']) {
    await page.goto(`${address}/teren${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(1500);
    if (await page.getByText(state).first().isVisible()) return;
  }
  throw new Error(`no letter on the list says ${state}`);
};
