import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { look } from '../support/witness.ts';

/** Takes the first task of that name from the groups' list. */
const take = async (page: Page, address: string, task: string): Promise<void> => {
  await page.goto(`${address}/urzad/zadania`);
  const row = page.getByRole('link', { name: new RegExp(task) }).first();
  await row.waitFor();
  await look(page, `inbox-${task.split(' ')[0]!.toLowerCase()}`);
  await row.click();
  await page.getByRole('button', { name: /Weź|Przypisz/ }).click();
};

const finish = (page: Page) =>
  page
    .getByRole('button', { name: /^(Zakończ|Zatwierdź|Zapisz i zakończ|Wyślij)/ })
    .last()
    .click();
const outcome = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).check();

/** Chapter 2: the clerk reads the filed answers beside the task and sends them back. */
export const returnToResident = async (page: Page, address: string): Promise<void> => {
  await take(page, address, 'Zweryfikuj informację');
  await page.getByText('LE1L/00012345/3').first().waitFor();
  await look(page, 'task-verify');
  await outcome(page, 'Zwróć mieszkańcowi do poprawy');
  await page
    .getByRole('textbox', { name: /Uwagi/ })
    .fill('Brakuje wolnostojącego garażu. Dodaj go jako budynek pozostały.');
  await finish(page);
  await page
    .getByText(/Zakończono zadanie/)
    .first()
    .waitFor();
};

/** Chapter 3: the resident's own task, with the office's remarks on top. */
export const correct = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/moje-sprawy`);
  await page
    .getByRole('link', { name: /Popraw informację|Podatek od nieruchomości/ })
    .first()
    .waitFor();
  await look(page, 'my-matters-waiting');
  await page
    .getByRole('link', { name: /Popraw informację/ })
    .first()
    .click();
  await page.getByText('Brakuje wolnostojącego garażu').first().waitFor();
  await look(page, 'task-correct');
  await page.getByRole('button', { name: /Dodaj kolejną pozycję: Budynki/ }).click();
  const garage = page.getByRole('group', { name: 'Budynek lub lokal 2' });
  await garage.getByRole('radio', { name: /Budynek albo jego część/ }).check();
  await garage.getByRole('radio', { name: /Pozostałe/ }).check();
  await garage.getByRole('textbox', { name: /wysokości od 2,20 m/ }).fill('18,50');
  await garage.getByRole('textbox', { name: 'Adres nieruchomości' }).fill('ul. Złotoryjska 12, Legnica');
  await garage.getByRole('combobox', { name: /Na jakiej podstawie/ }).selectOption({ label: 'Własność' });
  await garage.getByRole('radio', { name: 'Całość' }).check();
  await page.getByRole('button', { name: 'Wyślij poprawiony formularz' }).click();
  await page
    .getByText(/zrobione|w toku|Dziękujemy|poprawion/i)
    .first()
    .waitFor();
};

/** Chapter 4: accepted by the clerk. */
export const accept = async (page: Page, address: string): Promise<void> => {
  await take(page, address, 'Zweryfikuj informację');
  await page.getByText('18,50').or(page.getByText('18.50')).first().waitFor();
  await outcome(page, /Dane są zgodne/);
  await finish(page);
  await page
    .getByText(/Zakończono zadanie/)
    .first()
    .waitFor();
};

/** Chapter 5: the second person sees the amount with its derivation and approves. Eight months of E2: 884.24 × 8/12 = 589.49 → 589 zł. */
export const approve = async (page: Page, address: string): Promise<void> => {
  await take(page, address, 'Zatwierdź decyzję');
  await page.getByText(/589/).first().waitFor();
  await look(page, 'task-approve');
  await outcome(page, /Tak — podpisz/);
  await finish(page);
  await page
    .getByText(/Zakończono zadanie/)
    .first()
    .waitFor();
};

/** The preparer does not even see the approval as theirs to take. */
export const cannotApprove = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/urzad/zadania?view=groups`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.getByRole('link', { name: /Zatwierdź decyzję/ }).count(), 0);
};
