import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { writeAudit } from '#platform/audit';
import { asResident } from '#platform/database/as-resident';
import type { Trx } from '#platform/database/in-transaction';
import { officeToday } from '#platform/office-clock';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { workflowIds } from '#workflows/messages';
import type { Answer } from '../contract.ts';
import type { accountRoutes } from '../contracts/account.ts';
import type { KeyedRequest } from '../idempotency.ts';
import { onceOnly } from '../idempotency.ts';
import { OutboxNudge } from '../outbox/outbox-nudge.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { ResidentSession } from '../session/signed-in.ts';
import { actorOf, requireScope } from '../session/signed-in.ts';
import { instalmentsOf, paymentOf, reminderCostsOf } from './account.repository.ts';
import { owedOn } from './owed.ts';
import { toldPayment } from './told-payment.ts';

type Payment = Answer<typeof accountRoutes.payment>;

/** How long the answer waits for the gateway's address before the page polls for it. */
const patienceMs = 2_000;

@Injectable()
export class PaymentsService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(OutboxNudge) private readonly outbox: OutboxNudge,
  ) {}

  /** Begins a payment; its workflow registers it at the gateway and gives the address to go to. */
  async begin(resident: ResidentSession, instalmentIds: string[], request: KeyedRequest): Promise<Payment> {
    requireScope(resident, 'pay');
    const { id } = await asResident(this.db, resident.person.id, (trx) =>
      onceOnly(trx, actorOf(resident), request, () => this.record(trx, resident, new Set(instalmentIds))),
    );
    await this.outbox.hurry(startKey(id));
    // While the workflows' server is down nobody waits in vain: the page polls.
    return (await this.isUnderWay(id))
      ? this.whenRegistered(resident, id, Date.now() + patienceMs)
      : this.read(resident, id);
  }

  async read(resident: ResidentSession, id: string): Promise<Payment> {
    const found = await asResident(this.db, resident.person.id, (trx) => paymentOf(trx, resident.actingFor.id, id));
    if (!found) throw new ProblemError('not-found');
    return toldPayment(found);
  }

  private async whenRegistered(resident: ResidentSession, id: string, until: number): Promise<Payment> {
    const payment = await this.read(resident, id);
    if (payment.redirectUrl || payment.state !== 'created' || Date.now() > until) return payment;
    await pause(150);
    return this.whenRegistered(resident, id, until);
  }

  private async isUnderWay(id: string): Promise<boolean> {
    const row = await this.db
      .selectFrom('outbox')
      .select('delivered_at')
      .where('key', '=', startKey(id))
      .executeTakeFirst();
    return Boolean(row?.delivered_at);
  }

  /** What is unpaid of the chosen instalments today, with interest, and the account's reminder costs (Ordynacja podatkowa, art. 62 § 1a). */
  private async record(trx: Trx, resident: ResidentSession, chosen: Set<string>): Promise<{ id: string }> {
    const partyId = resident.actingFor.id;
    const today = await officeToday(trx);
    const rows = (await instalmentsOf(trx, partyId)).filter((row) => chosen.has(row.id));
    const accountId = rows[0]?.accountId;
    if (!accountId || rows.length !== chosen.size || rows.some((row) => row.accountId !== accountId))
      throw new ProblemError('not-found');
    const items = rows
      .map((row) => ({ instalment_id: row.id, ...owedOn(today, row) }))
      .filter(({ principal }) => principal > 0)
      .map(({ instalment_id, principal, interest }) => ({ instalment_id, amount: principal + interest }));
    if (items.length === 0) throw new ProblemError('nothing-to-pay');
    const costs = (await reminderCostsOf(trx, partyId)).get(accountId) ?? 0;
    const id = randomUUID();
    const amount = items.reduce((sum, item) => sum + item.amount, costs);
    await trx
      .insertInto('payments')
      .values({ id, party_id: partyId, paid_by: resident.person.id, account_id: accountId, amount, created_on: today })
      .execute();
    await trx
      .insertInto('payment_items')
      .values(items.map((item) => ({ payment_id: id, ...item })))
      .execute();
    const message: OutboxMessage = { type: 'start', workflow: 'payment', input: { paymentId: id } };
    await tell(trx, { key: startKey(id), workflowId: workflowIds.payment(id), message });
    await writeAudit(trx, {
      actor: actorOf(resident),
      action: 'payment.started',
      subject: { type: 'payment', id },
      details: { amount, for: partyId },
    });
    return { id };
  }
}

const startKey = (paymentId: string): string => `payment/${paymentId}/start`;
