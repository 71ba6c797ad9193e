import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Visitor } from '../support/browser.ts';
import { programNamedPdf, smallPdf } from '../support/sample-files.ts';
import { look } from '../support/witness.ts';

const service = '/uslugi/podatek-od-nieruchomosci';
const next = (page: Page) => page.getByRole('button', { name: 'Dalej' }).click();
const choose = (page: Page, group: string | RegExp, answer: string) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name: answer, exact: true }).check();

/** Chapter 1: from the front door to the receipt. Gives the receipt's address. */
export const fileInformation = async (visitor: Visitor, name: string, year: number): Promise<string> => {
  const { page, address } = visitor;
  await page.goto(address);
  await look(page, 'front-door');
  await page.getByLabel('Czego potrzebujesz?').fill('nieruchomość');
  await page.getByRole('button', { name: 'Szukaj' }).click();
  await look(page, 'search');
  await page.getByRole('link', { name: /Podatek od nieruchomości/ }).click();
  await look(page, 'service-card');
  await page.getByRole('link', { name: 'Rozpocznij' }).click();
  const login = page.getByRole('link', { name: /login\.gov\.pl/ });
  await login.waitFor();
  await look(page, 'sign-in');
  await login.click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  const resume = page.getByRole('button', { name: 'Zacznij od nowa' });
  await page.getByRole('heading', { name: 'Cel złożenia' }).or(resume).first().waitFor();
  if (await resume.isVisible()) {
    // On a city that was used before, someone may have left a draft.
    await resume.click();
    await page.getByRole('button', { name: /Usuń odpowiedzi i zacznij/ }).click();
    await page.getByRole('heading', { name: 'Cel złożenia' }).waitFor();
  }

  await next(page);
  await page
    .getByRole('alert')
    .or(page.getByRole('heading', { name: /^Popraw/ }))
    .first()
    .waitFor();
  await look(page, 'form-purpose-errors');
  assert.match(await page.title(), /^Błąd: /, 'a page with errors says so in its title');

  await choose(page, /Po co składasz/, 'Zgłaszam nieruchomość albo zmianę');
  await choose(page, /Co się wydarzyło/, 'Nabycie nieruchomości (kupno, spadek, darowizna)');
  await page.getByRole('combobox', { name: 'Miesiąc' }).selectOption('kwiecień');
  await page.getByRole('textbox', { name: 'Rok' }).fill(String(year));
  await choose(page, /Kim jesteś/, 'Właściciel');
  await look(page, 'form-purpose');
  await next(page);

  await page.getByRole('heading', { name: 'Twoje dane' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Imię', exact: true }).inputValue(), name.split(' ')[0]);
  const pesel = page.getByRole('textbox', { name: 'PESEL' });
  const known = await pesel.inputValue();
  await pesel.fill(known.slice(0, 10) + String((Number(known[10]) + 1) % 10));
  await next(page);
  await page
    .getByText(/cyfra kontrolna/i)
    .first()
    .waitFor();
  await look(page, 'form-taxpayer-wrong-pesel');
  await pesel.fill(known);
  await next(page);

  await page.getByRole('heading', { name: 'Nieruchomości' }).waitFor();
  await fillObjects(page);
  await next(page);
  await page.waitForURL(/formularz\/exempt/);
  await look(page, 'form-exempt');
  await next(page);
  await page.waitForURL(/formularz\/coOwners/);
  await look(page, 'form-co-owners');
  await next(page);

  await page.waitForURL(/formularz\/attachments/);
  const files = page.locator('input[type=file]');
  await files.setInputFiles({ name: 'akt.pdf', mimeType: 'application/pdf', buffer: programNamedPdf() });
  await page
    .getByText(/nie jest|nie możemy|tylko PDF|rodzaj/i)
    .first()
    .waitFor();
  await look(page, 'form-attachments-refused');
  await files.setInputFiles({ name: 'akt notarialny.pdf', mimeType: 'application/pdf', buffer: smallPdf() });
  await page.getByRole('listitem').filter({ hasText: 'akt notarialny.pdf' }).waitFor();
  await look(page, 'form-attachments');
  await next(page);

  await page.waitForURL(/formularz\/declaration/);
  await page.getByRole('checkbox', { name: /Oświadczam/ }).check();
  await look(page, 'form-declaration');
  await next(page);

  await page.getByRole('heading', { name: /Sprawdź odpowiedzi/ }).waitFor();
  await page.getByText('LE1L/00012345/3').first().waitFor();
  await look(page, 'check-answers');
  await page.getByRole('button', { name: 'Wyślij formularz' }).click();
  await page.getByRole('heading', { name: 'Formularz wysłany' }).waitFor();
  await page
    .getByText(/FN-III\.3120\.\d+\.\d{4}/)
    .first()
    .waitFor();
  await look(page, 'receipt');
  const link = page.getByRole('link', { name: /Pobierz urzędowe potwierdzenie/ });
  const pdf = await page.request.get(new URL((await link.getAttribute('href'))!, address).href);
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  assert.ok(page.url().includes('/potwierdzenie/'), `after filing the browser is at ${page.url()}`);
  await page.goto(`${address}${service}`);
  return pdf.url();
};

const fillObjects = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Dodaj: Grunty' }).click();
  const land = page.getByRole('group', { name: 'Grunt 1' });
  await land.getByRole('radio', { name: /Pozostały/ }).check();
  await land.getByRole('textbox', { name: /Powierzchnia w m²/ }).fill('612');
  await land.getByRole('textbox', { name: 'Adres nieruchomości' }).fill('ul. Złotoryjska 12, Legnica');
  await land.getByRole('textbox', { name: /Identyfikator działki/ }).fill('026201_1.0012.AR_3.45/6');
  const register = land.getByRole('textbox', { name: /Numer księgi/ });
  await register.fill('LE1L/00012345/4');
  await land.getByRole('combobox', { name: /Na jakiej podstawie/ }).selectOption({ label: 'Własność' });
  await land.getByRole('radio', { name: 'Całość' }).check();

  await page.getByRole('button', { name: 'Dodaj: Budynki i lokale' }).click();
  const house = page.getByRole('group', { name: 'Budynek lub lokal 1' });
  await house.getByRole('radio', { name: /Budynek albo jego część/ }).check();
  await house.getByRole('radio', { name: 'Mieszkanie', exact: true }).check();
  await house.getByRole('textbox', { name: /wysokości od 2,20 m/ }).fill('142,80');
  await house.getByRole('textbox', { name: /wysokości od 1,40 m/ }).fill('20');
  await house.getByRole('textbox', { name: 'Adres nieruchomości' }).fill('ul. Złotoryjska 12, Legnica');
  await house.getByRole('combobox', { name: /Na jakiej podstawie/ }).selectOption({ label: 'Własność' });
  await house.getByRole('radio', { name: 'Całość' }).check();

  await next(page);
  await page
    .getByText(/księgi wieczystej.*kontroln|kontroln.*księgi/i)
    .first()
    .waitFor();
  await look(page, 'form-objects-wrong-register');
  await register.fill('LE1L/00012345/3');
  await look(page, 'form-objects');
};
