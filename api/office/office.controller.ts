import { Controller, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Answer, BodyIn, QueryIn } from '../contract.ts';
import { FromBody, FromQuery, Serves } from '../contract.ts';
import { officeRoutes as routes } from '../contracts/office.ts';
import { IdempotencyKey, type KeyedRequest } from '../idempotency.ts';
import type { StaffSession } from '../session/signed-in.ts';
import { Staff } from '../session/signed-in.ts';
import { AuditService } from './audit.service.ts';
import { ClockService } from './clock.service.ts';
import { IncidentsService } from './incidents.service.ts';
import { ReadinessService } from './readiness.service.ts';

@Controller()
export class OfficeController {
  constructor(
    @Inject(ClockService) private readonly clocks: ClockService,
    @Inject(AuditService) private readonly log: AuditService,
    @Inject(IncidentsService) private readonly stopped: IncidentsService,
    @Inject(ReadinessService) private readonly readiness: ReadinessService,
  ) {}

  @Serves(routes.clock)
  clock(): Promise<Answer<typeof routes.clock>> {
    return this.clocks.read();
  }

  @Serves(routes.moveClock)
  moveClock(
    @Staff() session: StaffSession,
    @FromBody(routes.moveClock) move: BodyIn<typeof routes.moveClock>,
    @IdempotencyKey() request: KeyedRequest,
  ): Promise<Answer<typeof routes.moveClock>> {
    return this.clocks.move(session, move, request);
  }

  @Serves(routes.audit)
  audit(@FromQuery(routes.audit) { after }: QueryIn<typeof routes.audit>): Promise<Answer<typeof routes.audit>> {
    return this.log.page(after);
  }

  @Serves(routes.incidents)
  incidents(): Promise<Answer<typeof routes.incidents>> {
    return this.stopped.list();
  }

  @Serves(routes.retryIncident)
  async retryIncident(
    @Staff() session: StaffSession,
    @FromBody(routes.retryIncident) incident: BodyIn<typeof routes.retryIncident>,
  ): Promise<Answer<typeof routes.retryIncident>> {
    await this.stopped.retry(session, incident);
    return {};
  }

  @Serves(routes.health)
  health(): Answer<typeof routes.health> {
    return { status: 'up' };
  }

  @Serves(routes.ready)
  async ready(@Res({ passthrough: true }) response: Response): Promise<Answer<typeof routes.ready>> {
    const readiness = await this.readiness.check();
    response.status(readiness.status === 'ready' ? 200 : 503).set('Cache-Control', 'no-store');
    return readiness;
  }
}
