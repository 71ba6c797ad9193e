import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fakeOffice, openPage, staffSession, type Sent } from '../testing/fake-office.tsx';
import { startTexts } from '../texts/index.ts';
import { pendingAttempts } from './pending-attempts.ts';

const letter = {
  id: 'letter-1',
  letterId: 'letter-1',
  letterTitle: 'Decyzja',
  registerNumber: null,
  recipientName: 'Anna Nowak',
  address: { street: 'Rynek', house: '5', flat: '3', postcode: '59-220', city: 'Legnica' },
  state: 'waiting',
  firstNoticeOn: null,
  secondNoticeFrom: null,
  deemedOn: null,
  effectiveOn: null,
  version: 1,
  attempts: [],
};

jest.setTimeout(20_000);

describe('handing a letter over', () => {
  const store = pendingAttempts('staff-1');
  let sent: Sent[];
  beforeAll(() => startTexts('pl'));
  beforeEach(() => {
    localStorage.clear();
    sent = fakeOffice({
      'GET /session': () => ({ body: staffSession }),
      'GET /deliveries': () => ({ body: { items: [letter] } }),
      'GET /deliveries/letter-1': () => ({ body: letter }),
      'POST /deliveries/letter-1/attempts': () => ({ body: letter }),
    });
  });
  afterEach(cleanup);

  it('asks for a signature, and takes the reason of a recipient who cannot sign instead (OP art. 152 § 2)', async () => {
    const user = userEvent.setup();
    openPage('/teren/letter-1?outcome=handed-over');
    await user.click(await screen.findByRole('button', { name: 'Zapisz doręczenie' }));
    expect(screen.getByText(/Poproś o podpis albo zaznacz/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Odbiorca nie może lub nie chce podpisać' }));
    await user.click(screen.getByRole('radio', { name: 'Nie może podpisać' }));
    await user.click(screen.getByRole('button', { name: 'Zapisz doręczenie' }));
    expect(store.all()).toMatchObject([
      { attempt: { outcome: 'handed-over', recipientRelation: 'addressee', reason: 'Nie może podpisać' } },
    ]);
    expect(store.all()[0]?.attempt).not.toHaveProperty('signature');
  });

  it('does not let a household member take it without the promise to pass it on (OP art. 149)', async () => {
    const user = userEvent.setup();
    openPage('/teren/letter-1?outcome=handed-over');
    await user.click(await screen.findByRole('radio', { name: 'Pełnoletni domownik' }));
    await user.click(screen.getByRole('button', { name: 'Zapisz doręczenie' }));
    expect(screen.getByText(/Potwierdź, że osoba zobowiązała się/)).toBeTruthy();
    expect(store.all()).toEqual([]);
  });

  it('opens from the list where there is no network, told apart by its register number', async () => {
    const user = userEvent.setup();
    const one = { ...letter, registerNumber: 'RPWych/7/2026' };
    fakeOffice({
      'GET /session': () => ({ body: staffSession }),
      'GET /deliveries': () => ({ body: { items: [one] } }),
    });
    openPage('/teren');
    await user.click(await screen.findByText(/RPWych\/7\/2026/));
    await user.click(await screen.findByRole('button', { name: 'Oddano list' }));
    expect(await screen.findByRole('button', { name: 'Zapisz doręczenie' })).toBeTruthy();
  });

  it('can be taken back before it is sent, and is sent once when the time is up', async () => {
    const user = userEvent.setup();
    const pending = { deliveryId: 'letter-1', recipientName: 'Anna Nowak', refusal: null };
    const attempt = { id: 'attempt-1', outcome: 'refused' as const, happenedAt: '2026-11-23T10:00:00.000Z' };
    store.add({ ...pending, attempt, sendAt: Date.now() + 10_000 });
    openPage('/teren');
    await user.click(await screen.findByRole('button', { name: 'Cofnij' }));
    expect(store.all()).toEqual([]);
    store.add({ ...pending, attempt, sendAt: Date.now() - 1 });
    expect((await screen.findAllByText('nie wysłano jeszcze')).length).toBeGreaterThan(0);
    await waitFor(() => expect(store.all()).toEqual([]), { timeout: 5_000 });
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
