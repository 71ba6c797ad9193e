import { Module } from '@nestjs/common';
import { ServicesModule } from '../services/services.module.ts';
import { CasesController } from './cases.controller.ts';
import { CasesService } from './cases.service.ts';

@Module({ imports: [ServicesModule], controllers: [CasesController], providers: [CasesService] })
export class CasesModule {}
