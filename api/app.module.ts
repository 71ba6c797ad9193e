import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountModule } from './account/account.module.ts';
import { AnswerCheck } from './answer-check.interceptor.ts';
import { CasesModule } from './cases/cases.module.ts';
import { DeliveriesModule } from './deliveries/deliveries.module.ts';
import { OfficeModule } from './office/office.module.ts';
import { OpenApiController } from './openapi.controller.ts';
import { OutboxModule } from './outbox/outbox.module.ts';
import { PartsModule } from './parts.module.ts';
import type { Parts } from './parts.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { ServicesModule } from './services/services.module.ts';
import { SessionModule } from './session/session.module.ts';
import { SubmissionsModule } from './submissions/submissions.module.ts';
import { TasksModule } from './tasks/tasks.module.ts';

/** One module for each thing people do. */
const modules = [
  OutboxModule,
  SessionModule,
  ServicesModule,
  SubmissionsModule,
  AccountModule,
  TasksModule,
  CasesModule,
  DeliveriesModule,
  OfficeModule,
];

@Module({})
export class AppModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [PartsModule.of(parts), ...modules],
      controllers: [OpenApiController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerCheck },
      ],
    };
  }
}
