import { fromKysely, PgBoss } from 'pg-boss';
import type { Tx } from '../db/index.ts';
import { canonicalJson, type Json } from '../std/index.ts';

/** A kind of job. Its body is small: the id of the row that holds the state. */
export interface Job<Body extends object> {
  readonly name: string;
  /** Never set; ties the body's type to the job. */
  readonly body?: Body;
}

/** Declares a kind of job: `defineJob<{ claim: string }>('recovery.look')`. */
export function defineJob<Body extends object>(name: string): Job<Body> {
  return { name };
}

/** What a handler answers: done, or look again after some time. */
export type Again = { readonly againAfterMs: number } | undefined;

/** A handler with its job: what `Queue.work` runs. */
export interface Worker<Body extends object> {
  readonly job: Job<Body>;
  readonly run: (body: Body) => Promise<Again>;
}

/** Puts jobs into the queue, inside the transaction that decides that they are needed. */
export interface Sender {
  enqueue<Body extends object>(
    tx: Tx,
    job: Job<Body>,
    body: Body,
    options?: { readonly afterMs?: number },
  ): Promise<void>;
}

/** A job that throws is tried again this often, with growing pauses, before it is left for a person. */
const retries = 20;
const retryDelaySeconds = 2;
const retryDelaySecondsMax = 300;
/** One step never takes this long; a job that does was lost with its worker. */
const expireSeconds = 120;
/** A job whose worker was not heard of for this long (it died, or lost the database) is run again. */
const heartbeatSeconds = 10;
/** How often such jobs are looked for. */
const superviseSeconds = 5;
const pollSeconds = 0.5;
const parallelJobs = 4;
const stopTimeoutMs = 10_000;

/**
 * The job queue on PostgreSQL (pg-boss). A case that takes months is a row in a state table; a job
 * is a single look at it, which may be run twice without harm.
 */
export class Queue implements Sender {
  readonly #boss: PgBoss;
  readonly #jobs: readonly Job<object>[];

  /** `onError` hears what goes wrong behind the scenes: a lost connection, a failed maintenance. */
  constructor(url: string, jobs: readonly Job<object>[], onError: (error: Error) => void) {
    this.#jobs = jobs;
    this.#boss = new PgBoss({
      connectionString: url,
      max: 4,
      schema: 'jobs',
      application_name: 'kaeru-jobs',
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
    });
    this.#boss.on('error', onError);
  }

  async start(): Promise<void> {
    await this.#boss.start();
    for (const job of this.#jobs) {
      await this.#boss.createQueue(job.name, {
        policy: 'short',
        retryLimit: retries,
        retryDelay: retryDelaySeconds,
        retryBackoff: true,
        retryDelayMax: retryDelaySecondsMax,
        expireInSeconds: expireSeconds,
        heartbeatSeconds,
      });
    }
  }

  async enqueue<Body extends object>(
    tx: Tx,
    job: Job<Body>,
    body: Body,
    options: { readonly afterMs?: number } = {},
  ): Promise<void> {
    const { afterMs = 0 } = options;
    await this.#boss.send(job.name, body, { ...timing(body, afterMs), db: fromKysely(tx) });
  }

  /** Starts handling jobs of one kind. */
  async work<Body extends object>(worker: Worker<Body>): Promise<void> {
    const options = { pollingIntervalSeconds: pollSeconds, localConcurrency: parallelJobs };
    await this.#boss.work<Body>(worker.job.name, options, async (jobs) => {
      for (const { data } of jobs) {
        const again = await worker.run(data);
        if (!again) continue;
        await this.#boss.send(worker.job.name, data, timing(data, again.againAfterMs));
      }
    });
  }

  /** Lets running jobs end, then closes. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: stopTimeoutMs });
  }
}

/**
 * When a job is due, and what makes another one of it superfluous: of the same row one look now and one
 * look later are queued at most (pg-boss's policy `short`). Without it every restart, and every look
 * that asks to look again, would begin one more endless series.
 */
function timing(body: object, afterMs: number) {
  const startAfter = Math.ceil(afterMs / 1000);
  return {
    startAfter,
    singletonKey: `${startAfter > 0 ? 'later' : 'now'} ${canonicalJson({ ...body } as Json)}`,
  };
}
