import { Controller, Inject } from '@nestjs/common';
import type { Answer, QueryIn } from '../contract.ts';
import { FromPath, FromQuery, Serves } from '../contract.ts';
import { casesRoutes as routes } from '../contracts/cases.ts';
import type { ResidentSession, StaffSession } from '../session/signed-in.ts';
import { Resident, Staff } from '../session/signed-in.ts';
import { CasesService } from './cases.service.ts';

@Controller()
export class CasesController {
  constructor(@Inject(CasesService) private readonly cases: CasesService) {}

  @Serves(routes.mine)
  mine(
    @Resident() resident: ResidentSession,
    @FromQuery(routes.mine) query: QueryIn<typeof routes.mine>,
  ): Promise<Answer<typeof routes.mine>> {
    return this.cases.mine(resident, query);
  }

  @Serves(routes.mineOne)
  mineOne(@Resident() resident: ResidentSession, @FromPath() id: string): Promise<Answer<typeof routes.mineOne>> {
    return this.cases.mineOne(resident, id);
  }

  @Serves(routes.drafts)
  drafts(@Resident() resident: ResidentSession): Promise<Answer<typeof routes.drafts>> {
    return this.cases.drafts(resident);
  }

  @Serves(routes.submissions)
  submissions(
    @Resident() resident: ResidentSession,
    @FromQuery(routes.submissions) { after }: QueryIn<typeof routes.submissions>,
  ): Promise<Answer<typeof routes.submissions>> {
    return this.cases.submissions(resident, after);
  }

  @Serves(routes.all)
  all(
    @Staff() session: StaffSession,
    @FromQuery(routes.all) query: QueryIn<typeof routes.all>,
  ): Promise<Answer<typeof routes.all>> {
    return this.cases.all(session, query);
  }

  @Serves(routes.one)
  one(@Staff() session: StaffSession, @FromPath() id: string): Promise<Answer<typeof routes.one>> {
    return this.cases.one(session, id);
  }
}
