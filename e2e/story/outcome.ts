import type { Page } from 'playwright-core';
import { look } from '../support/witness.ts';
import { until } from './account.ts';

export const seeCase = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/moje-sprawy`);
  const row = page.getByRole('link', { name: /Podatek od nieruchomości/ }).first();
  await row.waitFor();
  await look(page, 'my-matters');
  await row.click();
  await page.locator('svg .djs-element, .djs-element').first().waitFor({ state: 'attached' });
  await page.getByText('Co się wydarzyło').first().waitFor();
  await look(page, 'case');
};

export const seeReminder = async (page: Page, address: string): Promise<void> => {
  await until(page, `${address}/konto`, /Wysłano upomnienie/);
  await page
    .getByText(/koszty upomnienia/i)
    .first()
    .waitFor();
  await look(page, 'account-reminded');
};

export const seeEnforcement = async (page: Page, address: string): Promise<void> => {
  await until(page, `${address}/konto`, /W egzekucji/);
  await look(page, 'account-enforced');
  await page.goto(`${address}/moje-sprawy`);
  await page
    .getByRole('link', { name: /Podatek od nieruchomości/ })
    .first()
    .click();
  await page.getByText('Co się wydarzyło').first().waitFor();
  await look(page, 'case-closed');
};
