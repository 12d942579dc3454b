import type { Clock } from '../std/index.ts';
import type { LimitName } from './route.ts';

/** Requests that one principal (a session, else an address) may make: `burst` at once, refilled over `perMs`. */
interface Limit {
  readonly burst: number;
  readonly perMs: number;
}

/** The one table of rate limits. */
export const limits: Readonly<Record<LimitName, Limit>> = {
  read: { burst: 600, perMs: 60_000 },
  write: { burst: 120, perMs: 60_000 },
  file: { burst: 30, perMs: 600_000 },
  search: { burst: 20, perMs: 60_000 },
  sign_in: { burst: 20, perMs: 60_000 },
  money: { burst: 60, perMs: 60_000 },
};

const bucketsMax = 100_000;

/**
 * Counts requests in this process (token buckets). Each web process counts for itself: with several
 * behind one address the limits add up.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds to wait, or 0 when the request may pass. */
  take(name: LimitName, principal: string): number {
    const { burst, perMs } = limits[name];
    const key = `${name} ${principal}`;
    const now = this.#clock.now().getTime();
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * burst) / perMs);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: Math.max(0, tokens - 1), at: now });
    if (this.#buckets.size > bucketsMax) this.#forgetOldest();
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * perMs) / burst / 1000);
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}
