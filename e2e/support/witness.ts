import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const folder = 'e2e/screenshots';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until nothing is loading any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

/** WCAG 2.1 A and AA by axe, in the page as it stands. Evaluated by the browser's own console, which the page's policy does not stop. */
const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  const results = (await page.evaluate(
    `window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as AxeResults;
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};

let number = 0;

/** What axe or the narrow screen found so far, by page. The story goes on, and its last chapter asks that there is nothing. */
export const pageFaults: string[] = [];

/** Looks at a page as everybody will: a picture on a desk and on a narrow phone, axe on both, and no sideways scrolling at 320 px. */
export const look = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  number += 1;
  const file = `${folder}/${String(number).padStart(2, '0')}-${name}`;
  const size = page.viewportSize()!;
  await settled(page);
  await page.screenshot({ path: `${file}.png`, fullPage: true });
  const faults = await accessibilityFaults(page);
  await page.setViewportSize({ width: 320, height: 720 });
  await settled(page);
  await page.screenshot({ path: `${file}-320.png`, fullPage: true });
  faults.push(...(await accessibilityFaults(page)).map((fault) => `at 320 px: ${fault}`));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) faults.push(`at 320 px the page is ${width} px wide`);
  await page.setViewportSize(size);
  await settled(page);
  pageFaults.push(...faults.map((fault) => `${name}: ${fault}`));
};
