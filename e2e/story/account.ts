import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { look } from '../support/witness.ts';

/** Reads the page anew until it says so: the office books in its own time. */
export const until = async (page: Page, url: string, text: RegExp): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) {
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const found = page.getByText(text).first();
    if (
      await found.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`${url} never said ${text}`);
};

export const seeAccount = async (page: Page, address: string): Promise<void> => {
  await until(page, `${address}/konto`, /rata 1 z 3/);
  await look(page, 'account');
  await page
    .getByText(/Skąd ta kwota/)
    .first()
    .click();
  await page
    .getByText(/zaokrąglona do pełnych złotych/)
    .first()
    .waitFor();
  await look(page, 'account-explained');
};

/** Instalments of 589 zł in three: 197 and twice 196. The first is paid. */
export const payOne = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/konto`);
  await page.getByRole('checkbox', { name: /rata 1 z 3/ }).check();
  await page.getByRole('button', { name: 'Zapłać wybrane' }).click();
  await page.waitForURL(/payments/);
  assert.match(await page.locator('body').innerText(), /197,00/);
  await look(page, 'gateway');
  await page
    .getByRole('button', { name: /Zapłać|Płacę/ })
    .first()
    .click();
  await page.waitForURL((url) => url.href.startsWith(address));
  await page
    .getByText(/zaksięgowan|Zapłacono/i)
    .first()
    .waitFor();
  await look(page, 'payment-booked');
};

export const seePaid = async (page: Page, address: string): Promise<void> => {
  await until(page, `${address}/konto`, /Zapłacona/);
  await look(page, 'account-after-payment');
};
