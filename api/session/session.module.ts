import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Doorkeeper } from './doorkeeper.guard.ts';
import { LoginSystems } from './login-systems.ts';
import { LoginController } from './login.controller.ts';
import { PeopleRepository } from './people.repository.ts';
import { SessionController } from './session.controller.ts';
import { SessionRepository } from './session.repository.ts';

@Module({
  controllers: [LoginController, SessionController],
  providers: [SessionRepository, PeopleRepository, LoginSystems, { provide: APP_GUARD, useClass: Doorkeeper }],
})
export class SessionModule {}
