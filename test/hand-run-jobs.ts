import type { Tx } from '../src/db/index.ts';
import type { Again, Job, Sender } from '../src/jobs/index.ts';
import type { Clock } from '../src/std/index.ts';

interface Due {
  readonly job: string;
  readonly body: object;
  readonly at: number;
}

const roundsMax = 300;

/**
 * A queue without workers: jobs lie there until the test runs them, one after the other, in the order in
 * which they are due by the test's own clock. What a rolled back transaction asked for runs too, which a
 * job must bear.
 */
export class HandRunJobs implements Sender {
  readonly #clock: Clock;
  readonly #handlers = new Map<string, (body: never) => Promise<Again>>();
  #due: Due[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  handle<Body extends object>(job: Job<Body>, run: (body: Body) => Promise<Again>): void {
    this.#handlers.set(job.name, run as (body: never) => Promise<Again>);
  }

  async enqueue<Body extends object>(
    _tx: Tx,
    job: Job<Body>,
    body: Body,
    options: { readonly afterMs?: number } = {},
  ): Promise<void> {
    this.#add(job.name, body, options.afterMs ?? 0);
  }

  /** Forgets the jobs of this kind: from here on the test does their work itself. */
  forget(job: { readonly name: string }): void {
    this.#due = this.#due.filter((one) => one.job !== job.name);
  }

  /** Names of the jobs that wait, due or not. */
  waiting(): string[] {
    return this.#due.map(({ job }) => job).sort();
  }

  /** Runs what is due, and what becomes due by it; `between` comes after each. */
  async run(between: () => Promise<unknown>): Promise<void> {
    await between();
    for (let round = 0; round < roundsMax; round += 1) {
      const now = this.#clock.now().getTime();
      const next = this.#due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0];
      if (!next) return;
      this.#due = this.#due.filter((one) => one !== next);
      const handler = this.#handlers.get(next.job);
      if (!handler) throw new Error(`nobody handles ${next.job}`);
      const again = await handler(next.body as never);
      if (again) this.#add(next.job, next.body, again.againAfterMs);
      await between();
    }
    throw new Error('the jobs come to no end');
  }

  /** As in the real queue, one look now and one look later are kept for each row. */
  #add(job: string, body: object, afterMs: number): void {
    const at = this.#clock.now().getTime() + afterMs;
    const text = JSON.stringify(body);
    const isThere = this.#due.some(
      (one) =>
        one.job === job &&
        JSON.stringify(one.body) === text &&
        one.at > this.#clock.now().getTime() === afterMs > 0,
    );
    if (!isThere) this.#due.push({ job, body, at });
  }
}
