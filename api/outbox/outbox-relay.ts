import { setTimeout as pause } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { inTransaction } from '#platform/database/in-transaction';
import type { DueMessage } from '#platform/outbox';
import { markDelivered, markFailed, takeDue } from '#platform/outbox';
import { quietly } from '#platform/quietly';
import type { OutboxMessage } from '#workflows/messages';
import type { Db, JobQueues, Log, Metrics, TemporalClient } from '../parts.ts';
import { DATABASE, LOG, METRICS, QUEUES, TEMPORAL } from '../parts.ts';
import { outageOf } from '../problems/outage.ts';
import { deliverMessage } from './deliver-message.ts';
import { OutboxNudge } from './outbox-nudge.ts';

const queue = 'outbox';
const sweepEveryMs = 1_000;
const patienceMs = 3_000;
/** After a failure nobody waits in vain: the sweep finds out when Temporal is back. */
const giveUpMs = 5_000;

/** Temporal is not there, or no worker takes the update: the next message would wait in vain as well. */
const isOutage = (error: unknown): boolean =>
  outageOf(error) !== null || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;

/**
 * Brings what was written in the outbox to the workflows. Each write is tried at once; one that fails becomes a job; and a plain
 * sweep finds whatever is left, so that losing the queue, or this process, loses nothing.
 */
@Injectable()
export class OutboxRelay extends OutboxNudge implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private sweeping: Promise<void> = Promise.resolve();
  private hopelessUntil = 0;
  private woken = new AbortController();
  private readonly complain: (error: Error) => void;

  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(TEMPORAL) private readonly temporal: TemporalClient,
    @Inject(LOG) private readonly log: Log,
    @Optional() @Inject(QUEUES) private readonly queues?: JobQueues,
    @Optional() @Inject(METRICS) private readonly metrics?: Metrics,
  ) {
    super();
    this.complain = quietly((error, { silenced }) =>
      log.warn({ err: error, silenced }, 'the outbox waits: a message could not be delivered'),
    );
  }

  onApplicationBootstrap(): void {
    this.queues?.work(queue, (key) => this.carry(String(key)));
    this.sweeping = this.sweepUntilStopped();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.sweeping;
  }

  /** Looks at the outbox now, after a write of many rows. */
  wake(): void {
    this.woken.abort();
  }

  async hurry(key: string): Promise<void> {
    await this.hurryFor(key);
  }

  /** Tries the message now. What an update answers comes back when it comes soon; otherwise undefined, and the message is safe. */
  async hurryFor(key: string): Promise<unknown> {
    try {
      const [said] = Date.now() < this.hopelessUntil ? [] : await this.round({ key });
      if (said) return await Promise.race([said.result, pause(patienceMs, undefined, { ref: false })]);
      await this.queues?.add(queue, key, key);
    } catch (error) {
      this.complain(error as Error);
    }
    return undefined;
  }

  /** A job: it fails, and so comes again, while the message waits. */
  private async carry(key: string): Promise<void> {
    await this.round({ key });
    const waiting = await this.db
      .selectFrom('outbox')
      .select('last_error')
      .where('key', '=', key)
      .where('delivered_at', 'is', null)
      .executeTakeFirst();
    if (waiting) throw new Error(waiting.last_error ?? 'the message waits for an earlier one');
  }

  /** One look at the outbox; what was delivered, each with the answer that may still come. */
  async round(only: { key?: string } = {}): Promise<{ result: Promise<unknown> }[]> {
    return inTransaction(this.db, async (trx) => {
      const due = await takeDue(trx, only);
      const results = await Promise.all(due.map((message) => this.say(message)));
      const delivered: { result: Promise<unknown> }[] = [];
      for (const [index, outcome] of results.entries()) {
        const { id, key } = due[index]!;
        if ('error' in outcome) {
          this.complain(outcome.error);
          this.metrics?.outboxFailed.inc();
          await markFailed(trx, id, outcome.error.message);
          continue;
        }
        if (outcome.note) this.log.warn({ key, note: outcome.note }, 'nobody could take a message of the outbox');
        await markDelivered(trx, id, outcome.note);
        this.metrics?.outboxDelivered.inc();
        delivered.push({ result: outcome.result });
      }
      return delivered;
    });
  }

  private async say({ workflowId, message }: DueMessage) {
    try {
      return await this.temporal.withDeadline(Date.now() + patienceMs, () =>
        deliverMessage(this.temporal, workflowId, message as OutboxMessage),
      );
    } catch (error) {
      if (isOutage(error)) this.hopelessUntil = Date.now() + giveUpMs;
      return { error: error as Error };
    }
  }

  private async sweepUntilStopped(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const found = await this.round().catch((error: Error) => {
        this.complain(error);
        return [];
      });
      // Someone else's next message may be free now: look again at once.
      if (found.length > 0) continue;
      const wake = AbortSignal.any([signal, this.woken.signal]);
      await pause(sweepEveryMs, undefined, { signal: wake }).catch(() => undefined);
      this.woken = new AbortController();
    }
  }
}
