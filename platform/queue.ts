import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import type { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { SteadyClient } from './database/steady-client.ts';
import { quietly } from './quietly.ts';

/** Jobs for what can be asked for again: previews, notices, hurrying the outbox. What must not be lost is a workflow. */
export type JobQueues = {
  /** Puts a job in, or fails soon; a waiting job of the same id is the same job. */
  add(queue: string, id: string, data: unknown): Promise<void>;
  /** Works the queue in this process, and comes back by itself after an outage. */
  work(queue: string, job: (data: unknown) => Promise<void>, options?: { concurrency?: number }): void;
  /** Fails when no job could be put in; for readiness. */
  check(): Promise<void>;
  close(): Promise<void>;
};

export type QueueOptions = {
  databaseUrl: string;
  redisUrl?: string;
  /** Hears of an outage once in ten seconds, not of each failed attempt. */
  onError: (error: Error, what: { silenced: number }) => void;
};

/** An evicting Redis would drop jobs in silence: the process does not start on one. One that is down is waited for. */
const refuseEviction = async ({ onError }: QueueOptions, url: string): Promise<void> => {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    const memory = await redis.connect().then(
      () => redis.info('memory'),
      (error: Error) => onError(error, { silenced: 0 }),
    );
    const policy = memory === undefined ? 'noeviction' : /maxmemory_policy:(\S+)/.exec(memory)?.[1];
    if (policy !== 'noeviction') throw new Error(`Redis has maxmemory-policy ${policy}: set it to noeviction.`);
  } finally {
    redis.disconnect();
  }
};

const classesFor = ({ databaseUrl, redisUrl }: QueueOptions) =>
  redisUrl
    ? {
        ...withBackend(createRedisBackend),
        connection: { url: redisUrl, maxRetriesPerRequest: null },
        // Whoever puts a job in is told at once that Redis is down; a worker waits for it.
        asking: { enableOfflineQueue: false },
      }
    : {
        ...withBackend(createPostgresBackend),
        connection: {
          connectionString: databaseUrl,
          Client: SteadyClient,
          migrate: true,
          max: 3,
          application_name: 'e-urzad-jobs',
        },
      };

/** The two backends' classes differ in the type of their connection alone. */
type Backend = { Queue: typeof Queue; Worker: typeof Worker; connection: object; asking?: object };
type Listening = {
  on(event: 'error', hear: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
};

/** A queue that has never been reached would keep its caller waiting until it is. */
const putInWithinMs = 1_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/** Queues on Redis where it is given, else on Postgres. */
export const openQueues = async (options: QueueOptions): Promise<JobQueues> => {
  if (options.redisUrl) await refuseEviction(options, options.redisUrl);
  const { Queue: QueueClass, Worker: WorkerClass, connection, asking } = classesFor(options) as unknown as Backend;
  const hear = quietly(options.onError);
  const queues = new Map<string, Promise<Queue>>();
  const workers: Worker[] = [];
  const opening = new Set<Listening>();
  let isOpen = true;

  const ready = async <T extends Listening>(made: T): Promise<T> => {
    made.on('error', hear);
    opening.add(made);
    try {
      await made.waitUntilReady();
      return made;
    } catch (error) {
      await made.close().catch(() => undefined);
      throw error;
    } finally {
      opening.delete(made);
    }
  };

  /** BullMQ remembers a failed first connection for good, so a queue that could not open is thrown away. */
  const queue = (name: string): Promise<Queue> => {
    const known = queues.get(name);
    if (known) return known;
    const opening = ready(new QueueClass(name, { connection: { ...connection, ...asking } }));
    queues.set(name, opening);
    opening.catch(() => queues.delete(name));
    return opening;
  };

  const openWorker = async (
    name: string,
    job: (data: unknown) => Promise<void>,
    concurrency: number,
  ): Promise<void> => {
    for (let wait = 500; isOpen; wait = Math.min(wait * 2, 15_000)) {
      try {
        const opened = new WorkerClass(name, async ({ data }) => job(data), {
          connection,
          concurrency,
          runRetryDelay: 2_000,
        });
        const worker = await ready(opened);
        // Closed while it was opening.
        if (isOpen) workers.push(worker);
        else await worker.close();
        return;
      } catch (error) {
        hear(error as Error);
        await pause(wait);
      }
    }
  };

  return {
    add: async (name, id, data) => {
      const open = await Promise.race([queue(name), pause(putInWithinMs)]);
      if (!open) throw new Error('The job queue does not answer.');
      await open.add(name, data, {
        // BullMQ keeps the colon for its own keys.
        jobId: id.replaceAll(':', '_'),
        attempts: 5,
        backoff: { type: 'exponential', delay: 500 },
        removeOnComplete: true,
        removeOnFail: { count: 500 },
      });
    },
    work: (name, job, { concurrency = 4 } = {}) => void openWorker(name, job, concurrency),
    check: async () => {
      await (await queue('readiness')).getJobCountByTypes('waiting');
    },
    close: async () => {
      isOpen = false;
      // What still waits for a server that is down would wait for ever: it is not waited for.
      const waiting = [...opening].map((made) => made.close(true).catch(() => undefined));
      await Promise.all(workers.map((worker) => worker.close()));
      const opened = await Promise.race([Promise.allSettled([...queues.values()]), pause(putInWithinMs)]);
      const open = (opened ?? []).filter((each) => each.status === 'fulfilled');
      await Promise.all(open.map(({ value }) => value.close()));
      await Promise.race([Promise.all(waiting), pause(putInWithinMs)]);
    },
  };
};
