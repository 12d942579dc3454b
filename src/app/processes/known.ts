import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant, type Json, randomHex } from '../../std/index.ts';
import { identify, isRunning, type ProcessIdentity } from './identity.ts';

/** A process that was started from a folder, with what must be known to find it again. */
export interface KnownProcess extends ProcessIdentity {
  readonly name: string;
  readonly facts: { readonly [key: string]: Json };
}

const fileOf = (folder: string, name: string) => join(folder, 'run', `${name}.json`);

/** Writes down a process right after its start, so that the next start finds it after a kill. */
export function remember(
  folder: string,
  name: string,
  pid: number,
  facts: KnownProcess['facts'] = {},
): KnownProcess | null {
  const identity = identify(pid);
  if (!identity) return null;
  const known: KnownProcess = { ...identity, name, facts };
  writePrivately(fileOf(folder, name), JSON.stringify(known));
  return known;
}

/** The process of that name, when it was started from this folder and still runs. */
export function stillRunning(folder: string, name: string): KnownProcess | null {
  const known = readKnown(fileOf(folder, name));
  if (!known) return null;
  if (isRunning(known)) return known;
  forget(folder, name);
  return null;
}

/** Every process started from this folder that still runs. */
export function allStillRunning(folder: string): KnownProcess[] {
  let names: string[] = [];
  try {
    names = readdirSync(join(folder, 'run'));
  } catch {
    // Nothing was ever started from here.
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => stillRunning(folder, name.slice(0, -'.json'.length)))
    .filter((known) => known !== null);
}

/** Strikes a process that has ended from the list. */
export function forget(folder: string, name: string): void {
  rmSync(fileOf(folder, name), { force: true });
}

/** Writes a whole file at once, readable by its owner alone. */
export function writePrivately(file: string, text: string): void {
  const draft = `${file}.${randomHex(6)}`;
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

function readKnown(file: string): KnownProcess | null {
  try {
    const known = JSON.parse(readFileSync(file, 'utf8')) as KnownProcess;
    invariant(typeof known.pid === 'number' && typeof known.mark === 'string', 'a known process');
    return known;
  } catch {
    // Missing, or no process is described in it.
    return null;
  }
}
