import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { custodyProblems, refusals, refusalsInWords } from './index.ts';

const reference = readFileSync('docs/reference/signer.md', 'utf8');

test('the reference names every refusal of the signer, as lasting as it is', () => {
  const rows = [...reference.matchAll(/^\| `(\w+)` +\| (transient|final) /gm)];
  expect(Object.fromEntries(rows.map(([, code, lasts]) => [code, lasts]))).toEqual(refusals);
});

test('every refusal is told in both languages, by facts that the reference or the signer names', () => {
  for (const [code, { ja, en }] of Object.entries({ ...refusalsInWords, ...custodyProblems })) {
    const blanks = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(blanks(ja), code).toEqual(blanks(en));
    expect(ja, code).toMatch(/[。]$/);
    expect(en, code).toMatch(/\.$/);
  }
});
