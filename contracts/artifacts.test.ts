import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { artifactText, compileContracts } from './compile.ts';

const folder = join(import.meta.dirname, 'artifacts');

test('the committed artifacts are what the sources compile to (npm run contracts)', () => {
  const compiled = compileContracts();
  expect(readdirSync(folder).sort()).toEqual([...compiled.keys()].map((n) => `${n}.json`).sort());
  for (const [name, artifact] of compiled) {
    expect(readFileSync(join(folder, `${name}.json`), 'utf8'), name).toBe(artifactText(artifact));
  }
}, 60_000);
