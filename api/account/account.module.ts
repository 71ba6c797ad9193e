import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.ts';
import { AccountService } from './account.service.ts';
import { NotificationsService } from './notifications.service.ts';
import { PaymentsService } from './payments.service.ts';

@Module({ controllers: [AccountController], providers: [AccountService, PaymentsService, NotificationsService] })
export class AccountModule {}
