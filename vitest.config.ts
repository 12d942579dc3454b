import { defineConfig } from 'vitest/config';

/**
 * Suites by what they need: `*.test.ts` nothing, `*.db.test.ts` PostgreSQL, `*.node.test.ts` an EVM
 * node as well, `*.story.test.ts` the whole program.
 */
const dbTimeoutMs = 60_000;
const storyTimeoutMs = 600_000;
const withDatabase = {
  globalSetup: ['test/global-postgres.ts'],
  testTimeout: dbTimeoutMs,
  hookTimeout: dbTimeoutMs,
};

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'var/**'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.{db,node,story}.test.ts', '**/node_modules/**', 'var/**'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          ...withDatabase,
          exclude: ['**/node_modules/**', 'var/**'],
        },
      },
      {
        test: {
          name: 'node',
          include: ['**/*.node.test.ts'],
          ...withDatabase,
          exclude: ['**/node_modules/**', 'var/**'],
        },
      },
      {
        test: {
          name: 'story',
          include: ['**/*.story.test.ts'],
          ...withDatabase,
          testTimeout: storyTimeoutMs,
          hookTimeout: storyTimeoutMs,
          fileParallelism: false,
          exclude: ['**/node_modules/**', 'var/**'],
        },
      },
    ],
    maxWorkers: 2,
  },
});
