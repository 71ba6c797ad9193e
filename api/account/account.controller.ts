import { Controller, Inject } from '@nestjs/common';
import type { Answer, BodyIn } from '../contract.ts';
import { FromBody, FromPath, FromSystem, Serves } from '../contract.ts';
import { accountRoutes as routes } from '../contracts/account.ts';
import { IdempotencyKey, type KeyedRequest } from '../idempotency.ts';
import type { ResidentSession } from '../session/signed-in.ts';
import { Resident } from '../session/signed-in.ts';
import { AccountService } from './account.service.ts';
import type { Notification } from './notification-signature.ts';
import { NotificationsService } from './notifications.service.ts';
import { PaymentsService } from './payments.service.ts';

@Controller()
export class AccountController {
  constructor(
    @Inject(AccountService) private readonly account: AccountService,
    @Inject(PaymentsService) private readonly payments: PaymentsService,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
  ) {}

  @Serves(routes.read)
  read(@Resident() resident: ResidentSession): Promise<Answer<typeof routes.read>> {
    return this.account.read(resident);
  }

  @Serves(routes.pay)
  pay(
    @Resident() resident: ResidentSession,
    @FromBody(routes.pay) { instalmentIds }: BodyIn<typeof routes.pay>,
    @IdempotencyKey() key: KeyedRequest,
  ): Promise<Answer<typeof routes.pay>> {
    return this.payments.begin(resident, instalmentIds, key);
  }

  @Serves(routes.payment)
  payment(@Resident() resident: ResidentSession, @FromPath() id: string): Promise<Answer<typeof routes.payment>> {
    return this.payments.read(resident, id);
  }

  @Serves(routes.notify)
  async notify(@FromSystem(routes.notify) notification: Notification): Promise<Answer<typeof routes.notify>> {
    await this.notifications.receive(notification);
    return { status: 'OK' };
  }
}
