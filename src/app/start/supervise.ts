import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant, sleep } from '../../std/index.ts';
import { type EndingStep, endProcess, identify } from '../processes/identity.ts';
import { forget, remember } from '../processes/known.ts';

/** A program to run beside this one. */
export interface Program {
  /** Its name in messages, in `run/<name>.json` and in `log/<name>.log`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Asked until true; a throw counts as not yet. */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs?: number;
  /** Signals to end it with; SIGTERM and then SIGKILL unless told otherwise. */
  readonly ending?: readonly EndingStep[];
  /** The longest pause before another start; a test that kills it often wants a short one. */
  readonly pauseMsMax?: number;
}

/** A program that is started again when it dies, until it is stopped. */
export interface Supervised {
  readonly name: string;
  pid(): number | null;
  /** Settles when it is ready: at once, or after it was started again. */
  ready(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
  /** Watches it no longer, and leaves it running. */
  letGo(): void;
}

const readyWithinMsDefault = 30_000;
const pauseMsMin = 250;
const pauseMsMax = 15_000;
/** A program that ran this long is healthy: its next death starts the pauses over. */
const healthyAfterMs = 30_000;
const logTailBytes = 2_000;

/**
 * Starts a program and keeps it alive: a death is told through `say` and followed by another start,
 * after pauses that grow. Throws when the first start fails, with the program's last words.
 */
export async function supervise(
  folder: string,
  program: Program,
  say: (line: string) => void,
): Promise<Supervised> {
  let child: ChildProcess | null = null;
  let watching = false;
  let pauseMs = pauseMsMin;
  let becomingReady: Promise<void> = Promise.resolve();

  const begin = async (): Promise<void> => {
    const started = launch(folder, program);
    child = started;
    const startedAt = performance.now();
    started.once('exit', (code, signal) => {
      forget(folder, program.name);
      if (!watching || child !== started) return;
      if (performance.now() - startedAt > healthyAfterMs) pauseMs = pauseMsMin;
      again(`ended (${signal ?? `exit ${code}`})`);
    });
    await untilReady(folder, program, started);
  };
  const again = (why: string): void => {
    say(`The ${program.name} ${why}. It is started again in ${(pauseMs / 1000).toFixed(2)} s.`);
    const pause = pauseMs;
    pauseMs = Math.min(pauseMs * 2, program.pauseMsMax ?? pauseMsMax);
    becomingReady = sleep(pause).then(async () => {
      if (!watching) return;
      await begin();
      say(`The ${program.name} is back.`);
    });
    becomingReady.catch((error: Error) => {
      // Dead again before it was ready: its own exit handler has started the next attempt.
      if (watching) say(error.message);
    });
  };
  const endChild = async (steps?: readonly EndingStep[]): Promise<void> => {
    const identity = child?.pid === undefined ? null : identify(child.pid);
    if (identity) await endProcess(identity, steps);
  };

  await begin();
  watching = true;
  return {
    name: program.name,
    pid: () => (child?.exitCode === null && child.signalCode === null ? (child.pid ?? null) : null),
    ready: async () => {
      for (let last: Promise<void> | null = null; last !== becomingReady; ) {
        last = becomingReady;
        await last.catch(() => {});
      }
    },
    kill: async (signal) => {
      const target = child;
      invariant(target?.pid !== undefined, `the ${program.name} runs`);
      const ended = new Promise<void>((resolve) => target.once('exit', () => resolve()));
      target.kill(signal);
      await ended;
    },
    letGo: () => {
      watching = false;
    },
    stop: async () => {
      watching = false;
      await endChild(program.ending);
      forget(folder, program.name);
    },
  };
}

/** Detached, and with a log file for its output: Ctrl-C reaches it through us, and in order. */
function launch(folder: string, program: Program): ChildProcess {
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
  const output = openSync(logOf(folder, program.name), 'a', 0o600);
  const child = spawn(program.command, [...program.args], {
    stdio: ['ignore', output, output],
    detached: true,
    env: { ...process.env, ...program.env },
  });
  closeSync(output);
  child.once('error', () => {});
  if (child.pid !== undefined) remember(folder, program.name, child.pid);
  return child;
}

async function untilReady(folder: string, program: Program, child: ChildProcess): Promise<void> {
  const limitMs = program.readyWithinMs ?? readyWithinMsDefault;
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += 50) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The ${program.name} did not start. ${lastWords(folder, program.name)}`);
    }
    if (await program.isReady().catch(() => false)) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(
    `The ${program.name} was not ready within ${limitMs / 1000} s. ${lastWords(folder, program.name)}`,
  );
}

const logOf = (folder: string, name: string) => join(folder, 'log', `${name}.log`);

function lastWords(folder: string, name: string): string {
  const text = readFileSync(logOf(folder, name), 'utf8').slice(-logTailBytes).trim();
  return text ? `Its last words: ${text}` : `It left no word in ${logOf(folder, name)}.`;
}
