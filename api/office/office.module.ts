import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.ts';
import { ClockService } from './clock.service.ts';
import { IncidentsService } from './incidents.service.ts';
import { OfficeController } from './office.controller.ts';
import { ReadinessService } from './readiness.service.ts';

@Module({
  controllers: [OfficeController],
  providers: [ClockService, AuditService, IncidentsService, ReadinessService],
})
export class OfficeModule {}
