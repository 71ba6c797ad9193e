import type { Caller } from '../support/caller.ts';
import type { City } from '../support/city.ts';
import { eventually } from '../support/eventually.ts';

type Instalment = { id: string; state: string };

/** An unpaid instalment of the resident. */
export const owed = (resident: Caller): Promise<string> =>
  eventually('an instalment is owed', async () => {
    const { accounts } = (await resident.get('/my/account')) as { accounts: { instalments: Instalment[] }[] };
    return accounts.flatMap(({ instalments }) => instalments).find(({ state }) => state !== 'paid')?.id;
  });

/** Begins a payment; its id and the gateway's page. */
export const begin = async (resident: Caller, instalmentId: string): Promise<{ id: string; page: string }> => {
  const { body } = await resident.insist('POST', '/my/payments', { instalmentIds: [instalmentId] });
  const page = await eventually('the gateway knows the payment', async () => {
    const { redirectUrl } = await resident.get(`/my/payments/${body.id}`);
    return redirectUrl as string | null;
  });
  return { id: body.id as string, page };
};

/** The payer presses "pay" at the gateway. */
export const payAt = async (page: string): Promise<void> => {
  const answer = await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'pay' }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`the gateway answered ${answer.status}`);
};

export const isBooked = (resident: Caller, paymentId: string): Promise<boolean> =>
  eventually('the payment is booked', async () => (await resident.get(`/my/payments/${paymentId}`)).state === 'booked');

/** How often the gateway had to tell the office of a payment. */
export const notifications = async ({ simulators }: City, paymentId: string): Promise<number> => {
  const { transactions } = (await (await fetch(`${simulators}/payments/_state`)).json()) as {
    transactions: { sessionId: string; attempts: number }[];
  };
  return transactions.find(({ sessionId }) => sessionId === paymentId)?.attempts ?? 0;
};
