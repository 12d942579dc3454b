import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contractProblems } from './contract.ts';
import { contractDocument } from './contract-document.ts';
import { operations } from './operations.ts';

const reference = join(import.meta.dirname, '../../docs/reference');

/** Written anew by `npx vitest run -u src/exchange`. */
test('docs/reference/exchange-contract.openapi.json says what the program reads', async () => {
  const text = `${JSON.stringify(contractDocument(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(reference, 'exchange-contract.openapi.json'));
});

test('docs/reference/exchange-contract.md names every call and every refusal', () => {
  const words = readFileSync(join(reference, 'exchange-contract.md'), 'utf8');
  for (const { method, path } of Object.values(operations)) {
    expect(words).toContain(`\`${method} ${path.replace(/^\/v1/, '')}`);
  }
  for (const [code, [status]] of Object.entries(contractProblems)) {
    expect(words).toMatch(new RegExp(`\\| ${status} \\| \`${code}\``));
  }
});
