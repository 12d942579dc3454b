import { describe, expect, test } from 'vitest';
import { limits, RateLimiter } from './limits.ts';

function limiterAt(start: number) {
  let time = start;
  const limiter = new RateLimiter({ now: () => new Date(time) });
  return { limiter, pass: (ms: number) => (time += ms) };
}

describe('the limits', () => {
  test.each(Object.keys(limits) as (keyof typeof limits)[])('%s: a burst, then a pace', (name) => {
    const { burst, perMs } = limits[name];
    const { limiter, pass } = limiterAt(0);
    for (let sent = 0; sent < burst; sent += 1) expect(limiter.take(name, 'one')).toBe(0);
    const wait = limiter.take(name, 'one');
    expect(wait).toBe(Math.ceil(perMs / burst / 1000));
    pass(wait * 1000);
    expect(limiter.take(name, 'one')).toBe(0);
  });

  test('count each person and each kind for itself', () => {
    const { limiter } = limiterAt(0);
    while (limiter.take('sign_in', 'one') === 0);
    expect(limiter.take('sign_in', 'other')).toBe(0);
    expect(limiter.take('read', 'one')).toBe(0);
  });

  test('a refused request costs nothing: waiting as told is enough', () => {
    const { limiter, pass } = limiterAt(0);
    while (limiter.take('file', 'one') === 0);
    for (let again = 0; again < 100; again += 1) limiter.take('file', 'one');
    pass(limiter.take('file', 'one') * 1000);
    expect(limiter.take('file', 'one')).toBe(0);
  });

  test('a clock that is set back gives nothing away', () => {
    const { limiter, pass } = limiterAt(1_000_000);
    while (limiter.take('sign_in', 'one') === 0);
    pass(-500_000);
    expect(limiter.take('sign_in', 'one')).toBeGreaterThan(0);
  });
});
