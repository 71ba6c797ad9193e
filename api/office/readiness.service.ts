import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Answer } from '../contract.ts';
import type { officeRoutes } from '../contracts/office.ts';
import type { Db, FileStore, JobQueues, TemporalClient } from '../parts.ts';
import { DATABASE, FILES, QUEUES, TEMPORAL } from '../parts.ts';

type Readiness = Answer<typeof officeRoutes.ready>;
type State = Readiness['dependencies'][string];

const patienceMs = 2_000;

/** Whether each thing that the API rests on answers. Details are for operators: they name no address and no secret. */
@Injectable()
export class ReadinessService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(TEMPORAL) private readonly temporal: TemporalClient,
    @Inject(FILES) private readonly files: FileStore,
    @Inject(QUEUES) private readonly queues?: JobQueues,
  ) {}

  async check(): Promise<Readiness> {
    const checks: Record<string, () => Promise<unknown>> = {
      postgres: () => sql`select 1`.execute(this.db),
      temporal: () =>
        this.temporal.withDeadline(Date.now() + patienceMs, () =>
          this.temporal.connection.workflowService.getSystemInfo({}),
        ),
      files: () => this.files.check(),
      ...(this.queues && { queue: () => this.queues!.check() }),
    };
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, ask]) => [name, await stateOf(ask)] as const),
    );
    const isReady = states.every(([, { status }]) => status === 'up');
    return { status: isReady ? 'ready' : 'not-ready', dependencies: Object.fromEntries(states) };
  }
}

const stateOf = async (ask: () => Promise<unknown>): Promise<State> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<State>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'down', detail: `no answer within ${patienceMs} ms` }), patienceMs);
  });
  const asked = ask().then(
    (): State => ({ status: 'up' }),
    (error: Error): State => ({ status: 'down', detail: (error as { code?: unknown }).code?.toString() ?? error.name }),
  );
  return Promise.race([asked, tooLong]).finally(() => clearTimeout(timer));
};
