import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { City } from './city.ts';

/** The Chromium of this machine, found on the PATH (or named by `CHROMIUM`). */
const executablePath = (): string => {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM'];
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here: the next one.
      }
    }
  }
  throw new Error('No Chromium on the PATH. Install it (Debian: apt-get install chromium) or name it by CHROMIUM.');
};

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });

/** Someone with a browser of their own; what goes wrong in their pages is collected and fails the story. */
export type Visitor = { page: Page; context: BrowserContext; address: string; faults: string[] };

export const visit = async (
  browser: Browser,
  city: City,
  options: { language?: 'pl' | 'en'; viewport?: { width: number; height: number } } = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    locale: options.language === 'en' ? 'en-GB' : 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    viewport: options.viewport ?? { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A refused request is part of some chapters; a broken page or a blocked script never is.
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of'))
      faults.push(`${page.url()}: ${message.text()}`);
  });
  return { page, context, address: city.address, faults };
};
