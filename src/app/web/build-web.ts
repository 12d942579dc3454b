import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomHex } from '../../std/index.ts';

/** Where the built portal and console lie. */
export interface BuiltWeb {
  /** The portal's program for the server: a module that exports `portalApp`. */
  readonly portalModule: string;
  /** What browsers load for the portal, under `/assets/`. */
  readonly portalAssets: string;
  /** What browsers load for the console, under `/console/`. */
  readonly consoleFiles: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** What the built files are made of. */
const sources = ['ui', 'portal', 'console', 'client', 'package-lock.json', 'src/app/web'];

/**
 * Builds portal and console, unless exactly these sources have been built before: a folder bears the
 * digest of what it was made from. Two programs that build at once make the same folder.
 */
export async function buildWeb(say: (line: string) => void = () => {}): Promise<BuiltWeb> {
  const home = join(root, 'var', 'web');
  const folder = join(home, digestOf(sources));
  if (!existsSync(folder)) {
    say('Building the portal and the console (once) …');
    mkdirSync(home, { recursive: true });
    const making = join(home, `making-${randomHex(6)}`);
    await buildInto(making);
    moveIntoPlace(making, folder);
  }
  return {
    portalModule: join(folder, 'portal-server', 'index.js'),
    portalAssets: join(folder, 'portal'),
    consoleFiles: join(folder, 'console'),
  };
}

function moveIntoPlace(making: string, folder: string): void {
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
}

async function buildInto(out: string): Promise<void> {
  // Loaded only where it is needed: a program that finds its files built never reads the bundler.
  const { build } = await import('vite');
  const common = { configFile: false, logLevel: 'error', publicDir: false } as const;
  await build({
    ...common,
    root: join(root, 'portal'),
    base: '/assets/',
    build: {
      outDir: join(out, 'portal'),
      emptyOutDir: true,
      manifest: 'manifest.json',
      rolldownOptions: { input: join(root, 'portal', 'scripts', 'main.ts') },
    },
  });
  await build({
    ...common,
    root: join(root, 'portal'),
    build: {
      ssr: join(root, 'portal', 'index.tsx'),
      outDir: join(out, 'portal-server'),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'index.js' } },
    },
  });
  await build({
    ...common,
    root: join(root, 'console'),
    base: '/console/',
    build: { outDir: join(out, 'console'), emptyOutDir: true },
  });
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesOf).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}

function filesOf(path: string): string[] {
  if (/\.(test\.tsx?|md)$/.test(path)) return [];
  if (/\.[a-z0-9]+$/i.test(path)) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesOf(`${path}/${name}`));
}
