import { Inject, Injectable } from '@nestjs/common';
import { plainDate } from '#domain/calendar/plain-date';
import { writeAudit } from '#platform/audit';
import { inTransaction } from '#platform/database/in-transaction';
import type { Trx } from '#platform/database/in-transaction';
import { moveClock, officeClock } from '#platform/office-clock';
import type { OutboxMessage } from '#workflows/messages';
import type { Answer, BodyIn } from '../contract.ts';
import type { officeRoutes } from '../contracts/office.ts';
import type { KeyedRequest } from '../idempotency.ts';
import { onceOnly } from '../idempotency.ts';
import { OutboxRelay } from '../outbox/outbox-relay.ts';
import type { Config, Db } from '../parts.ts';
import { CONFIG, DATABASE } from '../parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { StaffSession } from '../session/signed-in.ts';
import { actorOf } from '../session/signed-in.ts';

type Clock = Answer<typeof officeRoutes.clock>;
type Move = BodyIn<typeof officeRoutes.moveClock>;

const movedMessage = (payload: { offsetMs: number }): OutboxMessage => ({
  type: 'signal',
  signal: 'officeClockMoved',
  payload,
});

/** The office clock, and in the demo city the hand that moves it. */
@Injectable()
export class ClockService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(OutboxRelay) private readonly outbox: OutboxRelay,
  ) {}

  async read(): Promise<Clock> {
    const time = await officeClock(this.db);
    const waiting = await this.db.selectFrom('clock_waits').selectAll().orderBy('until').limit(500).execute();
    return {
      now: time.now.toISOString(),
      today: time.today,
      offsetMs: time.offsetMs,
      waiting: waiting.map((wait) => ({ workflowId: wait.workflow_id, until: wait.until.toISOString() })),
    };
  }

  /** Time cannot be taken back: a request that is sent again moves the clock once. */
  async move(session: StaffSession, wanted: Move, request: KeyedRequest): Promise<Clock> {
    if (!this.config.demoCity) throw new ProblemError('not-a-demo-city');
    await inTransaction(this.db, (trx) =>
      onceOnly(trx, actorOf(session), request, () => this.moveOnce(trx, session, wanted)),
    );
    this.outbox.wake();
    return this.read();
  }

  private async moveOnce(trx: Trx, session: StaffSession, wanted: Move): Promise<void> {
    const moved = await moveClock(trx, 'to' in wanted ? { to: plainDate(wanted.to) } : wanted, movedMessage);
    if (!moved.ok) throw new ProblemError('clock-goes-forward');
    await writeAudit(trx, {
      actor: actorOf(session),
      action: 'clock.moved',
      subject: { type: 'office-clock', id: 'office' },
      details: { ...wanted, today: moved.time.today },
    });
  }
}
