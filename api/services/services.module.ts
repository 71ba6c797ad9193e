import { Module } from '@nestjs/common';
import { ServicesController } from './services.controller.ts';
import { ServicesRepository } from './services.repository.ts';

@Module({ controllers: [ServicesController], providers: [ServicesRepository], exports: [ServicesRepository] })
export class ServicesModule {}
