import { Module } from '@nestjs/common';
import { ServicesModule } from '../services/services.module.ts';
import { DraftsService } from './drafts.service.ts';
import { FilesService } from './files.service.ts';
import { ReceiptsService } from './receipts.service.ts';
import { SubmissionsController } from './submissions.controller.ts';
import { SubmissionsService } from './submissions.service.ts';

@Module({
  imports: [ServicesModule],
  controllers: [SubmissionsController],
  providers: [DraftsService, FilesService, ReceiptsService, SubmissionsService],
})
export class SubmissionsModule {}
