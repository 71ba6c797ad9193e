import { Module } from '@nestjs/common';
import { ServicesModule } from '../services/services.module.ts';
import { MyTasksService } from './my-tasks.service.ts';
import { TasksController } from './tasks.controller.ts';
import { TasksService } from './tasks.service.ts';

@Module({ imports: [ServicesModule], controllers: [TasksController], providers: [TasksService, MyTasksService] })
export class TasksModule {}
