import type { Faults } from '#dev/simulators/faults';
import type { PaymentFault } from '#dev/simulators/payments/ledger';
import type { City } from './city.ts';

const post = async (url: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const { ok, status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!ok) throw new Error(`${url} answered ${status}`);
};

/** Lets the next calls to the records system fail, or take their time. */
export const ezdFaults = ({ simulators }: City, faults: Partial<Faults>): Promise<void> =>
  post(`${simulators}/ezd/_faults`, faults);

export const ezdFaultsLeft = async ({ simulators }: City): Promise<number> =>
  ((await (await fetch(`${simulators}/ezd/_faults`)).json()) as Faults).failNext;

/** Lets the gateway misbehave at the next payment. */
export const paymentFault = ({ simulators }: City, kind: PaymentFault): Promise<void> =>
  post(`${simulators}/payments/_faults`, { kind });
