import assert from 'node:assert/strict';
import { openBrowser, visit, type Visitor } from './support/browser.ts';
import { openCity, runningCity } from './support/city.ts';
import { signIn } from './support/people.ts';
import { pageFaults } from './support/witness.ts';
import { payOne, seeAccount, seePaid } from './story/account.ts';
import { accept, approve, cannotApprove, correct, returnToResident } from './story/casework.ts';
import { handOver, leaveNotice } from './story/field.ts';
import { fileInformation } from './story/filing.ts';
import { moveClock, seeOffice } from './story/office.ts';
import { seeCase, seeEnforcement, seeReminder } from './story/outcome.ts';

/**
 * One resident's case from the e-form to the paid instalment, the reminder and the enforcement title, by everybody who has
 * a part in it. Each page is photographed, checked by axe and looked at on a phone 320 px wide.
 */
const chapter = async (name: string, tell: () => Promise<unknown>): Promise<void> => {
  const began = Date.now();
  await tell();
  console.log(`✔ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
};

const resident = 'Anna Nowak';
const city = await (process.env['CITY'] ? runningCity(process.env['CITY']) : openCity());
const browser = await openBrowser();
const visitors: Visitor[] = [];
const newVisitor = async (options?: Parameters<typeof visit>[2]): Promise<Visitor> => {
  const visitor = await visit(browser, city, options);
  visitors.push(visitor);
  return visitor;
};

try {
  const anna = await newVisitor();
  const clerk = await newVisitor();
  const head = await newVisitor();
  const collector = await newVisitor({ viewport: { width: 390, height: 844 } });
  const admin = await newVisitor();
  const { address } = city;
  const year = new Date().getFullYear();

  await chapter('a resident files the information', () => fileInformation(anna, resident, year));
  await chapter('the resident sees the case, its picture and its timeline', () => seeCase(anna.page, address));
  await chapter('a clerk sends it back', async () => {
    await signIn(clerk, 'staff', 'Katarzyna Zielińska', '/urzad/zadania');
    await returnToResident(clerk.page, address);
  });
  await chapter('the resident corrects it', () => correct(anna.page, address));
  await chapter('the clerk accepts it, and may not approve it', async () => {
    await accept(clerk.page, address);
    await cannotApprove(clerk.page, address);
  });
  await chapter('the head of the department approves the decision', async () => {
    await signIn(head, 'staff', 'Barbara Król', '/urzad/zadania');
    await approve(head.page, address);
  });
  await chapter('the collector hands it over', async () => {
    await signIn(collector, 'staff', 'Marek Szybki', '/teren');
    await handOver(collector.page, address, resident);
  });
  await chapter('the amounts are on the account', () => seeAccount(anna.page, address));
  await chapter('one instalment is paid at the gateway and booked', () => payOne(anna.page, address));
  await chapter('the paid instalment stays paid', () => seePaid(anna.page, address));
  await chapter('the administrator moves the office clock past the due date', async () => {
    await signIn(admin, 'staff', 'Tomasz Wrona', '/administracja');
    await seeOffice(admin.page, address);
    await moveClock(admin.page, address, 16);
  });
  await chapter('the reminder is left at an empty house, twice', async () => {
    await leaveNotice(collector.page, address, resident, 1);
    await moveClock(admin.page, address, 7);
    await leaveNotice(collector.page, address, resident, 2);
  });
  await chapter('by the fiction of delivery it is delivered, with its cost', async () => {
    await moveClock(admin.page, address, 8);
    await seeReminder(anna.page, address);
  });
  await chapter('after its term an enforcement title is issued', async () => {
    await moveClock(admin.page, address, 9);
    await seeEnforcement(anna.page, address);
  });
  await chapter('every page passed axe and fits a narrow phone', () =>
    Promise.resolve(assert.deepEqual(pageFaults, [])),
  );
  await chapter('no page broke in anybody’s browser', () => {
    const faults = visitors.flatMap((visitor) => visitor.faults);
    return Promise.resolve(assert.deepEqual(faults, []));
  });
} catch (error) {
  for (const [index, { page }] of visitors.entries()) {
    await page.screenshot({ path: `e2e/screenshots/broken-${index}.png`, fullPage: true }).catch(() => undefined);
    console.error(`visitor ${index} stood at ${page.url()}`);
  }
  console.error(pageFaults.join('\n'));
  console.error(city.account());
  throw error;
} finally {
  await browser.close();
  await city.stop();
}
