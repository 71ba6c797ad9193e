import type { Page } from 'playwright-core';
import { look } from '../support/witness.ts';

const clockPage = (address: string) => `${address}/administracja`;

export const seeOffice = async (page: Page, address: string): Promise<void> => {
  await page.goto(clockPage(address));
  await page.getByText('Urząd ma teraz').first().waitFor();
  await look(page, 'office-clock');
  await page.getByRole('link', { name: 'Dziennik' }).click();
  await page.getByText('Dziennik jest nienaruszony').waitFor();
  await look(page, 'audit');
  await page.getByRole('link', { name: 'Zatrzymane sprawy' }).click();
  await page.getByText('Żadna sprawa się nie zatrzymała').waitFor();
  await look(page, 'incidents');
};

/** Moves the office clock by days, through the calendar date: everything that waits follows. */
export const moveClock = async (page: Page, address: string, days: number): Promise<void> => {
  await page.goto(clockPage(address));
  const field = page.getByLabel('Do dnia');
  await field.waitFor();
  const { today } = (await (await page.request.get(`${address}/api/office/clock`)).json()) as { today: string };
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  await field.fill(date.toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Przesuń do tego dnia' }).click();
  await page
    .getByText(/Przesunięto zegar/)
    .first()
    .waitFor();
};
