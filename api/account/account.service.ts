import { Inject, Injectable } from '@nestjs/common';
import { asResident } from '#platform/database/as-resident';
import { officeToday } from '#platform/office-clock';
import type { Answer } from '../contract.ts';
import type { accountRoutes } from '../contracts/account.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import type { ResidentSession } from '../session/signed-in.ts';
import {
  accountsOf,
  bookingsOf,
  instalmentsOf,
  liabilitiesOf,
  outgoingLettersOf,
  paymentsOf,
  reminderCostsOf,
} from './account.repository.ts';
import { isToPayNow, owedOn } from './owed.ts';
import { toldPayment } from './told-payment.ts';

type Account = Answer<typeof accountRoutes.read>;
type Derivation = Account['accounts'][number]['liabilities'][number]['derivation'];

/** What the party acted for owes, as of the office's today. */
@Injectable()
export class AccountService {
  constructor(@Inject(DATABASE) private readonly db: Db) {}

  read(resident: ResidentSession): Promise<Account> {
    const partyId = resident.actingFor.id;
    return asResident(this.db, resident.person.id, async (trx) => {
      const today = await officeToday(trx);
      const accounts = await accountsOf(trx, partyId);
      const costs = await reminderCostsOf(trx, partyId);
      const instalments = (await instalmentsOf(trx, partyId)).map((row) => ({ ...row, ...owedOn(today, row) }));
      const liabilities = await liabilitiesOf(trx, partyId);
      const bookings = await bookingsOf(trx, partyId);
      // Letters name no account: with more than one, each is shown once, at the first.
      const letters = await outgoingLettersOf(trx, partyId);
      return {
        today,
        accounts: accounts.map((account, index) => {
          const own = <T extends { accountId: string }>(row: T) => row.accountId === account.id;
          const mine = instalments.filter(own);
          const reminderCosts = costs.get(account.id) ?? 0;
          const total = (rows: typeof mine) =>
            rows.reduce((sum, row) => sum + row.principal + row.interest, reminderCosts);
          return {
            id: account.id,
            kind: account.kind,
            bankAccount: account.bank_account,
            dueNow: total(mine.filter(isToPayNow)),
            total: total(mine),
            reminderCosts,
            instalments: mine.map(({ accountId: _, principal: _principal, ...row }) => row),
            liabilities: liabilities.filter(own).map(({ accountId: _, derivation, ...row }) => ({
              ...row,
              derivation: (derivation ?? []) as Derivation,
            })),
            bookings: bookings.filter(own).map(({ accountId: _, ...row }) => ({ ...row, id: String(row.id) })),
            letters: index > 0 ? [] : letters.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
          };
        }),
        payments: (await paymentsOf(trx, partyId)).map(toldPayment),
      };
    });
  }
}
