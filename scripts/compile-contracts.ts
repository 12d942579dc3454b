import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifactText, compileContracts } from '../contracts/compile.ts';

/** `npm run contracts`: writes contracts/artifacts anew from contracts/src. */
const folder = join(import.meta.dirname, '../contracts/artifacts');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
const artifacts = compileContracts();
for (const [name, artifact] of artifacts) {
  writeFileSync(join(folder, `${name}.json`), artifactText(artifact));
}
console.log(`Compiled ${artifacts.size} contracts into contracts/artifacts.`);
