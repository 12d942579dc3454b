import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildWeb } from './build-web.ts';

const kB = 1000;
/** What a phone may have to load before the portal's scripts run; the aim is a fifth of it. */
const scriptBytesMax = 90 * kB;
const scriptBytesAim = 20 * kB;
/** The first answer: its page, and the styles that it waits for. */
const answerBytesMax = 60 * kB;
/** A page with every part of it, as it is sent: the largest answer seen was half of this. */
const pageBytesRoom = 30 * kB;

interface Entry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

/** Where these sources were never built, building is part of it. */
const buildMs = 120_000;

test('what the portal loads first stays small on a slow line', { timeout: buildMs }, async () => {
  const { portalAssets } = await buildWeb();
  const manifest: Readonly<Record<string, Entry>> = JSON.parse(
    readFileSync(join(portalAssets, 'manifest.json'), 'utf8'),
  );
  const entry = Object.values(manifest).find((one) => one.isEntry);
  const scripts = [entry, ...(entry?.imports ?? []).map((name) => manifest[name])];
  const zipped = (name: string) => gzipSync(readFileSync(join(portalAssets, name))).length;
  const scriptBytes = scripts.reduce((sum, one) => sum + (one ? zipped(one.file) : 0), 0);
  const styleBytes = (entry?.css ?? []).reduce((sum, name) => sum + zipped(name), 0);
  expect(scriptBytes).toBeGreaterThan(0);
  expect(scriptBytes).toBeLessThan(scriptBytesMax);
  expect(scriptBytes).toBeLessThan(scriptBytesAim);
  expect(styleBytes).toBeGreaterThan(0);
  expect(styleBytes).toBeLessThan(answerBytesMax - pageBytesRoom);
});
