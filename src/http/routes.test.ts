import { describe, expect, test } from 'vitest';
import { routesDocument } from '../../test/routes-document.ts';
import { allRoutes } from './routes/index.ts';
import { commonRefusals, problems, statuses } from './statuses.ts';

const codes = [...new Set(allRoutes.flatMap((one) => one.refusals))].sort();

describe('the routes', () => {
  test.each([...codes, ...commonRefusals])(
    '%s has words in both languages and a status',
    (code) => {
      expect(problems[code]?.ja).toMatch(/[ぁ-ん].*。$/s);
      expect(problems[code]?.en).toMatch(/^[A-Z‘"].*[.)]$/s);
      expect(statuses[code]).toBeGreaterThanOrEqual(400);
    },
  );

  test('have names and paths of their own', () => {
    const names = allRoutes.map((one) => one.operation);
    const calls = allRoutes.map((one) => `${one.method} ${one.path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(calls).size).toBe(calls.length);
  });

  test('have handlers of at most twenty lines: what is decided is decided elsewhere', () => {
    for (const one of allRoutes) {
      expect(one.handle.toString().split('\n').length, one.operation).toBeLessThanOrEqual(20);
    }
  });

  test('act only when they are asked by another method than GET', () => {
    for (const one of allRoutes) expect(one.method === 'get' && one.body).toBeFalsy();
  });

  test('declare every parameter of their path', () => {
    for (const one of allRoutes) {
      const inPath = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = Object.keys((one.params as { shape?: object } | undefined)?.shape ?? {});
      expect(declared.sort(), one.operation).toEqual(inPath.sort());
    }
  });

  test('are told in docs/reference/routes.md', async () => {
    await expect(routesDocument()).toMatchFileSnapshot('../../docs/reference/routes.md');
  });
});
