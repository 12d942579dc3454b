import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowOf } from './row-window.ts';

test('every row in sight is drawn, few others are, and the whole keeps its height', () => {
  const some = fc.record({
    count: fc.integer({ min: 0, max: 10_000 }),
    rowPx: fc.integer({ min: 20, max: 140 }),
    scrolledPx: fc.integer({ min: -500, max: 2_000_000 }),
    heightPx: fc.integer({ min: 100, max: 2_000 }),
  });
  fc.assert(
    fc.property(some, (seen) => {
      const { first, end, beforePx, afterPx } = windowOf(seen);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(seen.count);
      expect(end).toBeGreaterThanOrEqual(first);
      expect(beforePx + (end - first) * seen.rowPx + afterPx).toBe(seen.count * seen.rowPx);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(seen.heightPx / seen.rowPx) + 26);
      const top = Math.floor(Math.max(0, seen.scrolledPx) / seen.rowPx);
      if (top < seen.count) expect(first).toBeLessThanOrEqual(top);
    }),
  );
});
