import { sql } from 'kysely';
import type { Clock, Json } from '../std/index.ts';
import type { Database, Tx } from './pool.ts';

/** Something that happened, told to the folders on the right. `subject` is the id it happened to. */
export interface NewEvent {
  readonly kind: string;
  readonly subject: string;
  readonly body: { readonly [key: string]: Json };
}

/** An event as it is stored: numbered in the order of telling. */
export interface Event extends NewEvent {
  readonly id: bigint;
  readonly at: Date;
}

/**
 * A folder's ear. `hear` runs in the transaction that marks the event as delivered, so what it
 * writes happens exactly once; it must not reach outside the database.
 */
export interface Subscription {
  readonly subscriber: string;
  readonly kinds: readonly string[];
  readonly hear: (tx: Tx, event: Event) => Promise<void>;
}

const deliveriesPerRound = 100;
/** The pause after a first failure; each further one doubles it, up to five minutes. */
const retrySeconds = 2;
const retrySecondsMax = 300;

/** Carries events from those who publish to those who subscribe. One for the whole program. */
export class EventBus {
  readonly #subscriptions: readonly Subscription[];

  constructor(subscriptions: readonly Subscription[]) {
    this.#subscriptions = subscriptions;
  }

  /** Stores the event in the caller's transaction, and one delivery for each who subscribes. */
  async publish(tx: Tx, clock: Clock, event: NewEvent): Promise<void> {
    const at = clock.now();
    const { id } = await tx
      .insertInto('events')
      .values({ kind: event.kind, subject: event.subject, body: JSON.stringify(event.body), at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const ears = this.#subscriptions.filter((one) => one.kinds.includes(event.kind));
    if (ears.length === 0) return;
    await tx
      .insertInto('event_deliveries')
      .values(
        ears.map((one) => ({ event_id: id, subscriber: one.subscriber, next_attempt_at: at })),
      )
      .execute();
  }

  /**
   * Delivers what is due, what has waited longest first: however many events an ear chokes on, the
   * others are heard. Returns how many were taken; many processes may call it at once.
   */
  async deliver(database: Database, clock: Clock): Promise<number> {
    let delivered = 0;
    while (delivered < deliveriesPerRound) {
      const took = await this.#deliverOne(database, clock);
      if (!took) break;
      delivered += 1;
    }
    return delivered;
  }

  async #deliverOne(database: Database, clock: Clock): Promise<boolean> {
    let taken: { event_id: bigint; subscriber: string } | undefined;
    try {
      return await database.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('event_deliveries')
          .innerJoin('events', 'events.id', 'event_deliveries.event_id')
          .selectAll('events')
          .select('event_deliveries.subscriber')
          .where('delivered_at', 'is', null)
          .where('next_attempt_at', '<=', clock.now())
          .orderBy('next_attempt_at')
          .orderBy('events.id')
          .limit(1)
          .forUpdate('event_deliveries')
          .skipLocked()
          .executeTakeFirst();
        if (!row) return false;
        taken = { event_id: row.id, subscriber: row.subscriber };
        const ear = this.#subscriptions.find((one) => one.subscriber === row.subscriber);
        if (ear) await ear.hear(tx, { ...row, body: row.body as Event['body'] });
        await tx
          .updateTable('event_deliveries')
          .set({ delivered_at: clock.now() })
          .where('event_id', '=', row.id)
          .where('subscriber', '=', row.subscriber)
          .execute();
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      await this.#postpone(database, clock, taken, error);
      return true;
    }
  }

  async #postpone(
    database: Database,
    clock: Clock,
    delivery: { event_id: bigint; subscriber: string },
    error: unknown,
  ): Promise<void> {
    await database
      .updateTable('event_deliveries')
      .set({
        attempts: sql<number>`attempts + 1`,
        failed_with: String(error).slice(0, 1000),
        next_attempt_at: sql<Date>`${clock.now()}::timestamptz + make_interval(secs =>
          least(${retrySecondsMax}::float8, ${retrySeconds}::float8 * power(2, least(attempts, 20))))`,
      })
      .where('event_id', '=', delivery.event_id)
      .where('subscriber', '=', delivery.subscriber)
      .execute();
  }
}
