import type { Page } from 'playwright-core';
import type { Visitor } from './browser.ts';

/** Signs in by choosing a demo person at the login of residents or of the staff, and lands on the page asked for. */
export const signIn = async (visitor: Visitor, kind: 'resident' | 'staff', name: string, to: string): Promise<Page> => {
  const { page, address } = visitor;
  await page.goto(`${address}/api/login/${kind}?returnTo=${encodeURIComponent(to)}`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((url) => url.href.startsWith(address) && !url.pathname.startsWith('/api/'));
  return page;
};
