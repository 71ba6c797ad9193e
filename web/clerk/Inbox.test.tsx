import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { TaskDetail, TaskSummary } from '../api/types.ts';
import { fakeOffice, openPage, staffSession, type Sent } from '../testing/fake-office.tsx';
import { startTexts } from '../texts/index.ts';

const summary = (number: number, given: Partial<TaskSummary> = {}): TaskSummary => ({
  id: `task-${number}`,
  caseId: 'case-1',
  caseSign: `FN-III.3120.${number}.2026`,
  name: `Zweryfikuj ${number}`,
  subject: 'Podatek od nieruchomości',
  partyName: 'Anna Nowak',
  status: 'open',
  assigneeName: null,
  mine: false,
  dueOn: number === 1 ? '2026-11-20' : '2026-12-20',
  createdAt: '2026-11-16T10:00:00Z',
  version: 1,
  ...given,
});
const texts = {
  pl: { 'approve.title': 'Zatwierdź', 'approve.outcome': 'Czy zatwierdzasz?', 'approve.outcome.approve': 'Tak' },
  en: {},
};
const schema = {
  title: 'approve.title',
  type: 'object',
  properties: { outcome: { type: 'string', title: 'approve.outcome', enum: ['approve'] } },
  required: ['outcome'],
};
const detail = (number: number, given: Partial<TaskDetail> = {}): TaskDetail => ({
  ...summary(number, given),
  elementId: 'verify',
  serviceId: 'podatek',
  serviceVersion: 1,
  form: { name: 'approve', schema, ui: {}, texts },
  input: {},
  draft: null,
  answers: null,
  filed: { answers: {}, form: { type: 'object', properties: {} }, ui: {}, texts: { pl: {}, en: {} }, files: [] },
  decision: null,
  mayClaim: true,
  mayComplete: false,
  ...given,
});
const mine = { mine: true, mayComplete: true, mayClaim: false, assigneeName: 'Katarzyna Zielińska' };
const decision = {
  amount: 120_400,
  year: 2026,
  preparedBy: 'Katarzyna Zielińska',
  derivation: [
    {
      object: 'Rynek 5',
      category: 'residential',
      base: '142.80',
      unit: 'm2',
      rate: '1.25',
      heightFactor: '1',
      share: [1, 2],
      months: 12,
      amountExact: '89.250000',
      article: 'u.p.o.l. art. 5',
    },
    { exact: '1203.512500', tax: 120_400, article: 'Ordynacja podatkowa art. 63 § 1' },
  ],
  instalments: [{ number: 1, dueDate: null, amount: 120_400 }],
};

jest.setTimeout(20_000);

describe('the inbox', () => {
  let sent: Sent[];
  let second: TaskDetail;
  let nextTaskId: string | null;
  beforeAll(() => startTexts('pl'));
  beforeEach(() => {
    localStorage.clear();
    second = detail(2);
    nextTaskId = 'task-2';
    sent = fakeOffice({
      'GET /session': () => ({ body: staffSession }),
      'GET /tasks': () => ({
        body: { items: [summary(1), summary(2)], next: null, counts: { mine: 0, groups: 2, open: 2, done: 0 } },
      }),
      'GET /tasks/task-1': () => ({ body: detail(1, { ...mine, decision }) }),
      'GET /tasks/task-2': () => ({ body: second }),
      'POST /tasks/task-2/claim': () => {
        second = detail(2, { mayClaim: false, assigneeName: 'Piotr Lis' });
        return {
          status: 409,
          body: { type: '', title: '', detail: 'Zadanie wziął Piotr Lis.', status: 409, code: 'task-taken' },
        };
      },
      'PUT /tasks/task-1/draft': () => ({ body: {} }),
      'POST /tasks/task-1/complete': () => ({ body: { task: summary(1), nextTaskId } }),
      'GET /tasks/task-3': () => ({
        status: 404,
        body: { type: '', title: '', detail: 'Nie ma.', status: 404, code: 'not-found' },
      }),
    });
  });
  afterEach(cleanup);

  it('walks the list with j and k and says how late a task is in words', async () => {
    const user = userEvent.setup();
    openPage('/urzad/zadania');
    expect(await screen.findByText('3 dni po terminie')).toBeTruthy();
    await user.keyboard('j');
    expect(await screen.findByRole('heading', { level: 1, name: 'Zweryfikuj 1' })).toBeTruthy();
    await user.keyboard('j');
    expect(await screen.findByRole('heading', { level: 1, name: 'Zweryfikuj 2' })).toBeTruthy();
    await user.keyboard('k');
    expect(await screen.findByRole('heading', { level: 1, name: 'Zweryfikuj 1' })).toBeTruthy();
  });

  it('is where a clerk comes to from the office’s front page', async () => {
    const router = openPage('/urzad');
    expect(await screen.findByRole('heading', { level: 1, name: 'Zadania' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/urzad/zadania');
  });

  it('goes on with the next task of the list when the case has none, and says which one is done', async () => {
    const user = userEvent.setup();
    nextTaskId = null;
    openPage('/urzad/zadania/task-1');
    await user.click(await screen.findByRole('radio', { name: 'Tak' }));
    await user.click(screen.getByRole('button', { name: 'Zakończ zadanie' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Zweryfikuj 2' })).toBeTruthy();
    expect(screen.getByText('Zakończono zadanie „Zweryfikuj 1” w sprawie FN-III.3120.1.2026.')).toBeTruthy();
  });

  it('shows what a colleague remarked on the case, and says in words when a task is not for the reader', async () => {
    second = detail(2, { remarks: [{ name: 'Zatwierdź decyzję', text: 'Brakuje garażu', by: 'Barbara Król' }] });
    openPage('/urzad/zadania/task-2');
    expect(await screen.findByText('Brakuje garażu')).toBeTruthy();
    expect(screen.getByText(/Zatwierdź decyzję \(Barbara Król\)/)).toBeTruthy();
    cleanup();
    openPage('/urzad/zadania/task-3');
    expect(await screen.findByRole('heading', { level: 1, name: 'Nie ma takiego zadania' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Spróbuj ponownie' })).toBeNull();
  });

  it('leaves letters alone where somebody types, and when the keys are switched off', async () => {
    const user = userEvent.setup();
    localStorage.setItem('switch:inbox-keys', 'off');
    openPage('/urzad/zadania');
    await user.type(await screen.findByRole('searchbox'), 'jk');
    await user.click(screen.getByRole('heading', { level: 1 }));
    await user.keyboard('j');
    expect(screen.getByRole('heading', { level: 1, name: 'Zadania' })).toBeTruthy();
  });

  it('says who was quicker when a claim with c comes too late', async () => {
    const user = userEvent.setup();
    openPage('/urzad/zadania/task-2');
    await screen.findByRole('heading', { level: 1, name: 'Zweryfikuj 2' });
    await user.keyboard('c');
    expect(await screen.findByText('Zadanie wziął Piotr Lis.')).toBeTruthy();
    expect(screen.getByText('Zadanie zmieniło się w międzyczasie')).toBeTruthy();
  });

  it('shows whoever approves the amount, its reckoning and instalments, and opens the next task after completing', async () => {
    const user = userEvent.setup();
    openPage('/urzad/zadania/task-1');
    const view = await screen.findByRole('region', { name: 'Projekt decyzji za rok 2026' });
    expect(within(view).getAllByText('1 204,00 zł').length).toBeGreaterThan(0);
    expect(within(view).getByText(/Suma 1 203,5125 zł/)).toBeTruthy();
    expect(within(view).getByText('14 dni od doręczenia decyzji')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Tak' }));
    await user.click(screen.getByRole('button', { name: 'Zakończ zadanie' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Zweryfikuj 2' })).toBeTruthy();
    const completed = sent.filter(({ path }) => path.endsWith('/complete'));
    expect(completed).toHaveLength(1);
    expect(completed[0]).toMatchObject({ body: { version: 1, answers: { outcome: 'approve' } } });
    expect(completed[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });
});
