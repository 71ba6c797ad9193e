import { Controller, Inject } from '@nestjs/common';
import type { Answer, BodyIn, QueryIn } from '../contract.ts';
import { FromBody, FromPath, FromQuery, Serves } from '../contract.ts';
import { tasksRoutes as routes } from '../contracts/tasks.ts';
import { IdempotencyKey, type KeyedRequest } from '../idempotency.ts';
import { Lang } from '../problems/lang.ts';
import type { Language } from '../problems/language.ts';
import type { ResidentSession, StaffSession } from '../session/signed-in.ts';
import { Resident, Staff } from '../session/signed-in.ts';
import { MyTasksService } from './my-tasks.service.ts';
import { TasksService } from './tasks.service.ts';

@Controller()
export class TasksController {
  constructor(
    @Inject(TasksService) private readonly tasks: TasksService,
    @Inject(MyTasksService) private readonly myTasks: MyTasksService,
  ) {}

  @Serves(routes.list)
  list(
    @Staff() session: StaffSession,
    @FromQuery(routes.list) query: QueryIn<typeof routes.list>,
  ): Promise<Answer<typeof routes.list>> {
    return this.tasks.list(session, query);
  }

  @Serves(routes.read)
  read(@Staff() session: StaffSession, @FromPath() id: string): Promise<Answer<typeof routes.read>> {
    return this.tasks.read(session, id);
  }

  @Serves(routes.claim)
  claim(
    @Staff() session: StaffSession,
    @FromPath() id: string,
    @FromBody(routes.claim) { version }: BodyIn<typeof routes.claim>,
  ): Promise<Answer<typeof routes.claim>> {
    return this.tasks.claim(session, id, version);
  }

  @Serves(routes.release)
  release(
    @Staff() session: StaffSession,
    @FromPath() id: string,
    @FromBody(routes.release) { version }: BodyIn<typeof routes.release>,
  ): Promise<Answer<typeof routes.release>> {
    return this.tasks.release(session, id, version);
  }

  @Serves(routes.saveDraft)
  async saveDraft(
    @Staff() session: StaffSession,
    @FromPath() id: string,
    @FromBody(routes.saveDraft) { answers }: BodyIn<typeof routes.saveDraft>,
  ): Promise<Answer<typeof routes.saveDraft>> {
    await this.tasks.saveDraft(session, id, answers);
    return {};
  }

  @Serves(routes.complete)
  complete(
    @Staff() session: StaffSession,
    @FromPath() id: string,
    @FromBody(routes.complete) body: BodyIn<typeof routes.complete>,
    @IdempotencyKey() request: KeyedRequest,
    @Lang() lang: Language,
  ): Promise<Answer<typeof routes.complete>> {
    return this.tasks.complete(session, id, body, { request, lang });
  }

  @Serves(routes.mine)
  mine(@Resident() resident: ResidentSession): Promise<Answer<typeof routes.mine>> {
    return this.myTasks.list(resident);
  }

  @Serves(routes.mineOne)
  mineOne(@Resident() resident: ResidentSession, @FromPath() id: string): Promise<Answer<typeof routes.mineOne>> {
    return this.myTasks.read(resident, id);
  }

  @Serves(routes.completeMine)
  completeMine(
    @Resident() resident: ResidentSession,
    @FromPath() id: string,
    @FromBody(routes.completeMine) body: BodyIn<typeof routes.completeMine>,
    @IdempotencyKey() request: KeyedRequest,
    @Lang() lang: Language,
  ): Promise<Answer<typeof routes.completeMine>> {
    return this.myTasks.complete(resident, id, body, { request, lang });
  }
}
