import { Controller, Inject } from '@nestjs/common';
import type { Answer, BodyIn, QueryIn } from '../contract.ts';
import { FromBody, FromPath, FromQuery, Serves } from '../contract.ts';
import { deliveriesRoutes as routes } from '../contracts/deliveries.ts';
import type { StaffSession } from '../session/signed-in.ts';
import { Staff } from '../session/signed-in.ts';
import { DeliveriesService } from './deliveries.service.ts';

@Controller()
export class DeliveriesController {
  constructor(@Inject(DeliveriesService) private readonly deliveries: DeliveriesService) {}

  @Serves(routes.list)
  list(@FromQuery(routes.list) { view }: QueryIn<typeof routes.list>): Promise<Answer<typeof routes.list>> {
    return this.deliveries.list(view);
  }

  @Serves(routes.read)
  read(@FromPath() id: string): Promise<Answer<typeof routes.read>> {
    return this.deliveries.read(id);
  }

  @Serves(routes.record)
  record(
    @Staff() session: StaffSession,
    @FromPath() id: string,
    @FromBody(routes.record) attempt: BodyIn<typeof routes.record>,
  ): Promise<Answer<typeof routes.record>> {
    return this.deliveries.record(session, id, attempt);
  }
}
