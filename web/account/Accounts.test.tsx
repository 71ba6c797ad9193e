import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { queryClient } from '../api/query-client.ts';
import type { Account, AccountOverview, Instalment } from '../api/types.ts';
import { startTexts } from '../texts/index.ts';
import { Accounts } from './AccountPage.tsx';
import { sumOf } from './owed.ts';

const instalment = (number: number, given: Partial<Instalment>): Instalment => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  liabilityId: '00000000-0000-4000-8000-000000000009',
  tax: 'property',
  year: 2026,
  number,
  of: 4,
  dueOn: '2026-11-30',
  amount: 30_100,
  paid: 0,
  interest: 0,
  state: 'planned',
  ...given,
});

const account: Account = {
  id: '00000000-0000-4000-8000-000000000008',
  kind: 'property-tax',
  bankAccount: '61109010140000071219812874',
  dueNow: 31_700 + 1_600,
  total: 61_800 + 1_600,
  reminderCosts: 1_600,
  instalments: [
    instalment(4, {}),
    instalment(1, { state: 'paid', paid: 30_100, dueOn: '2026-03-16' }),
    instalment(2, { state: 'reminded', interest: 1_600, dueOn: '2026-05-15' }),
  ],
  liabilities: [
    {
      id: '00000000-0000-4000-8000-000000000009',
      tax: 'property',
      year: 2026,
      amount: 120_400,
      caseId: null,
      derivation: [
        {
          object: 'Rynek 5',
          category: 'residential',
          base: '142.80',
          unit: 'm2',
          rate: '1.25',
          heightFactor: '0.5',
          share: [1, 2],
          months: 7,
          amountExact: '26.031250',
          article: 'u.p.o.l. art. 5 ust. 1 pkt 2 lit. a',
        },
        { exact: '1203.512500', tax: 120_400, article: 'Ordynacja podatkowa art. 63 § 1' },
      ],
    },
  ],
  bookings: [],
  letters: [],
};

const show = async (overview: AccountOverview): Promise<void> => {
  const rootRoute = createRootRoute({ component: () => <Accounts overview={overview} holder="Anna Nowak" /> });
  const router = createRouter({ routeTree: rootRoute, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(
    <QueryClientProvider client={queryClient}>
      {/* The test's own small tree stands in for the registered one. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
};

const text = (element: HTMLElement): string => (element.textContent ?? '').replaceAll('\u202f', ' ');

describe('the account', () => {
  beforeAll(() => startTexts('pl'));
  beforeEach(() => {
    queryClient.setQueryData(['session'], {
      kind: 'none',
      demo: true,
      office: { name: 'Legnica', today: '2026-11-16' },
    });
  });
  afterEach(cleanup);

  it('puts late instalments first and paid ones last, and offers no payment of a paid one', async () => {
    await show({ today: '2026-11-16', accounts: [account], payments: [] });
    const table = screen.getByRole('table', { name: /Raty/ });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => text(within(row).getByRole('rowheader')))).toEqual([
      'Podatek od nieruchomości 2026, rata 2 z 4',
      'Podatek od nieruchomości 2026, rata 4 z 4',
      'Podatek od nieruchomości 2026, rata 1 z 4',
    ]);
    expect(rows.map((row) => within(row).queryByRole('checkbox') !== null)).toEqual([true, true, false]);
    expect(text(rows[0]!)).toContain('317,00 zł');
  });

  it('sums what is chosen, with the costs of the reminder', async () => {
    const user = userEvent.setup();
    await show({ today: '2026-11-16', accounts: [account], payments: [] });
    const selected = screen.getByRole('button', { name: 'Zapłać wybrane' }) as HTMLButtonElement;
    expect(selected.disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: /rata 2 z 4/ }));
    expect(text(screen.getByRole('status'))).toBe('Wybrano 1 ratę: 333,00 zł');
    expect(selected.disabled).toBe(false);
    expect(text(screen.getByRole('button', { name: /Zapłać wszystko/ }))).toBe('Zapłać wszystko: 634,00 zł');
    expect(sumOf(account, [])).toBe(0);
  });

  it('explains the amount line by line, in the numbers of the law', async () => {
    await show({ today: '2026-11-16', accounts: [account], payments: [] });
    const lines = screen.getAllByRole('listitem').map(text);
    expect(lines.find((line) => line.includes('142,8'))).toContain(
      '142,8 m² × 0,5 (pomieszczenia niskie) × 1/2 (Twój udział) × 1,25 zł za m² × 7/12 roku = 26,03125 zł',
    );
    expect(lines.some((line) => line.includes('Suma 1 203,5125 zł zaokrąglona do pełnych złotych: 1 204,00 zł'))).toBe(
      true,
    );
  });

  it('says so when nothing is owed', async () => {
    await show({ today: '2026-11-16', accounts: [], payments: [] });
    expect(screen.getByText('Nie masz żadnych należności')).toBeTruthy();
  });
});
