import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** A short list is what makes the signer's code readable in a day. */
const packagesMax = 12;

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const pattern = /\b(?:from\s+|import\s+|import\s*\(\s*)'([^'\s]+)'/g;
  return [...source.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Every file that is run when `entry` is, following relative imports. */
function filesOf(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const name of importsOf(entry)) {
    if (name.startsWith('.')) filesOf(resolve(dirname(entry), name), seen);
  }
  return seen;
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Packages that `names` need, themselves included, at any depth. */
function withTheirOwn(names: Iterable<string>, seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const manifest = join(root, 'node_modules', name, 'package.json');
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(manifest, 'utf8'),
    ) as Manifest;
    withTheirOwn(Object.keys({ ...dependencies, ...optionalDependencies }), seen);
  }
  return seen;
}

const files = [...filesOf(join(root, 'signer/main.ts'))];

test('the signer imports nothing of the application', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !file.startsWith(join(root, 'signer/')))).toEqual([]);
});

test('the signer needs at most a dozen packages, theirs included', () => {
  const direct = new Set(
    files
      .flatMap(importsOf)
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
      .map(packageOf),
  );
  const all = withTheirOwn(direct);
  expect([...all].sort()).toEqual([
    '@noble/ciphers',
    '@noble/curves',
    '@noble/hashes',
    '@scure/base',
    '@scure/bip32',
    '@scure/bip39',
    'micro-eth-signer',
    'micro-packed',
    'zod',
  ]);
  expect(all.size).toBeLessThanOrEqual(packagesMax);
});

test('the versions of what the signer uses directly are pinned', () => {
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Manifest;
  for (const name of ['@noble/hashes', '@scure/bip32', '@scure/bip39', 'micro-eth-signer', 'zod']) {
    expect(dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test('the application imports of the signer only its intent', () => {
  const reached = globSync('{src,reference-exchange,client}/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$/.test(file))
    .flatMap((file) =>
      importsOf(join(root, file))
        .filter((name) => name.startsWith('.'))
        .map((name) => resolve(root, dirname(file), name)),
    )
    .filter((file) => file.startsWith(join(root, 'signer/')) && existsSync(file));
  expect(new Set(reached)).toEqual(new Set([join(root, 'signer/intent/index.ts')]));
});

test('of what the two share nothing holds a key or opens a socket', () => {
  const shared = [...filesOf(join(root, 'signer/intent/index.ts'))];
  expect(shared.every((file) => file.startsWith(join(root, 'signer/intent/')))).toBe(true);
  const used = new Set(shared.flatMap(importsOf).filter((name) => !name.startsWith('.')));
  expect([...used].sort()).toEqual([
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'node:crypto',
    'zod',
  ]);
});
