import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate, openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { demoChain, deployAll } from '../demo/chain.ts';
import { fundWallets } from '../demo/fund.ts';
import { writeDemoLists } from '../demo/lists.ts';
import { stageOf } from '../demo/stage.ts';
import { prepareWaiting } from '../demo/waiting.ts';
import { type DemoStaff, demoApprovers, demoStaff } from '../desk/demo-staff.ts';
import { lockFolder } from '../processes/folder-lock.ts';
import { isRunning } from '../processes/identity.ts';
import { forget, remember } from '../processes/known.ts';
import { type SupervisedDatabase, superviseDatabase } from './database.ts';
import { enrolApprovers } from './enrol-approvers.ts';
import { exchangeProgram } from './exchange.ts';
import { handoverPath, type WorldFacts, writeFacts } from './facts.ts';
import { type DemoNode, startDemoNodes, stopDemoNodes, watchNodes } from './nodes.ts';
import { endOrphans } from './orphans.ts';
import { appProgram } from './programs.ts';
import { type Progress, silently } from './progress.ts';
import { settleFacts } from './settle-facts.ts';
import { readSignerKeys, signerProgram } from './signer.ts';
import { socketPath } from './socket-path.ts';
import { type Program, type Supervised, supervise } from './supervise.ts';

/** Thrown when a start is refused; the message is the sentence for the person who started it. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** How a world is to be started. */
export interface WorldOptions {
  /** Everything the world keeps lies here. */
  readonly folder: string;
  /** Another database than the embedded one. */
  readonly databaseUrl?: string;
  /** The first port to try for HTTP. */
  readonly port?: number;
  /** Law and policy: `open` (the default), `jp` or `eu`. */
  readonly profile?: string;
  /** False leaves the application out: a test then runs it inside its own process. */
  readonly withApp?: boolean;
  /** Settings of the embedded PostgreSQL; tests turn fsync off. */
  readonly databaseSettings?: readonly string[];
  /** The longest pause before a part that died is started again; tests that kill often shorten it. */
  readonly restartPauseMsMax?: number;
  readonly progress?: Progress;
}

/** The parts of a world that run as processes of their own. */
export type PartName = 'postgres' | 'signer' | 'exchange' | 'app' | 'node-ethereum' | 'node-evm-61';

/** A world that runs. */
export interface World {
  readonly facts: WorldFacts;
  /** Ends a part with a signal and waits until it has ended. All but the nodes come back. */
  kill(part: PartName, signal?: NodeJS.Signals): Promise<void>;
  /** Settles when a part that was killed is ready again. */
  ready(part: PartName): Promise<void>;
  pidOf(part: PartName): number | null;
  /** Stops everything in order. The nodes write down what they know. */
  stop(): Promise<void>;
  /** Kills every part but the nodes at once; the next start clears up. */
  abandon(): void;
  /**
   * Lets everything run on and forgets it, as a SIGKILL of this very process would; the folder's
   * lock is dropped with it. For tests of the next start.
   */
  letGo(): void;
}

/**
 * Starts a world from its folder: takes the folder's lock, clears what a killed run left, then
 * database, nodes, signer, exchange and application, each as a process of its own. Throws
 * `StartRefused` when another start holds the folder. What was started is stopped when a later part
 * fails.
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const folder = resolve(options.folder);
  const progress = options.progress ?? silently;
  await using started = new AsyncDisposableStack();
  await takeFolder(folder, started, progress);
  const parts = new Map<PartName, Supervised>();
  const { restartPauseMsMax: pauseMsMax } = options;
  const superviseHere = (program: Program) =>
    supervise(folder, pauseMsMax ? { ...program, pauseMsMax } : program, progress.say);
  const keep = (name: PartName, part: Supervised) => {
    parts.set(name, part);
    started.defer(() => part.stop());
  };

  const [database, nodes] = await allOrNone(
    progress.step('database', () => startDatabase(folder, options, keep, progress)),
    progress.step('two demo nodes', () => startNodes(folder, started, progress)),
  );
  await progress.step('demo contracts', () => Promise.all(nodes.map(demoChain).map(deployAll)));
  const staff = await progress.step('migrations and staff', () => prepare(database.url, folder));
  writeDemoLists(folder, systemClock.now());
  const socket = socketPath(folder, 'signer');
  const signer = signerProgram(join(folder, 'signer'), socket, demoApprovers(staff));
  await progress.step('signer', async () => keep('signer', await superviseHere(signer)));
  const enrolments = enrolApprovers({
    folder,
    signerFolder: join(folder, 'signer'),
    signerPid: () => parts.get('signer')?.pid() ?? null,
    say: progress.say,
  });
  started.defer(() => enrolments.stop());
  const keys = await readSignerKeys(socket);
  await progress.step('coins for the demo', () =>
    Promise.all(nodes.map((node) => fundWallets(demoChain(node), keys))),
  );
  const settled = await settleFacts(folder, options, database.url, nodes, { socket, ...keys });
  const exchange = exchangeProgram(
    join(folder, 'exchange'),
    settled.exchange,
    keys,
    `${settled.http.url}${handoverPath}`,
  );
  await progress.step('exchange', async () => keep('exchange', await superviseHere(exchange)));
  const waiting = await progress.step('lost deposits', () =>
    prepareWaiting(folder, stageOf({ ...settled, waiting: [] })),
  );
  const facts: WorldFacts = { ...settled, waiting };
  const factsFile = writeFacts(facts);
  started.defer(() => forget(folder, 'kaeru'));
  if (options.withApp ?? true) {
    await progress.step('application', async () =>
      keep('app', await superviseHere(appProgram(facts, factsFile))),
    );
  }
  remember(folder, 'kaeru', process.pid);
  return worldOf(facts, { parts, nodes, enrolments }, started.move());
}

/** Both, or the first failure once both have come to an end: nothing starts behind our back. */
async function allOrNone<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

async function takeFolder(
  folder: string,
  started: AsyncDisposableStack,
  progress: Progress,
): Promise<void> {
  const lock = lockFolder(folder, systemClock);
  if (!lock.ok) {
    const { pid, since } = lock.facts;
    throw new StartRefused(
      `Kaeru already runs from ${folder}: process ${pid}, since ${since}. Stop that one first, or start this one with --folder and another folder.`,
    );
  }
  started.defer(() => lock.value.release());
  const ended = await endOrphans(folder);
  if (ended.length > 0) {
    progress.say(`  An earlier run was killed. Ended what it had left: ${ended.join(', ')}.`);
  }
}

type Keep = (name: PartName, part: Supervised) => void;

async function startDatabase(
  folder: string,
  options: WorldOptions,
  keep: Keep,
  progress: Progress,
): Promise<{ url: string }> {
  if (options.databaseUrl) return { url: options.databaseUrl };
  const settings = options.databaseSettings ?? [];
  const server: SupervisedDatabase = await superviseDatabase(
    folder,
    join(folder, 'postgres'),
    settings,
    progress.say,
  );
  keep('postgres', server);
  return server;
}

async function startNodes(
  folder: string,
  started: AsyncDisposableStack,
  progress: Progress,
): Promise<DemoNode[]> {
  const nodes = await startDemoNodes(folder);
  for (const node of nodes.filter((one) => one.wasFound)) {
    progress.say(`  The node of ${node.network} outlived an earlier run and is used on.`);
  }
  started.defer(() => stopDemoNodes(folder, nodes));
  const watch = watchNodes(nodes, (node) =>
    progress.say(
      `The node of ${node.network} has died. It is left dead: what it forgot is a reorg. A new start begins a new one.`,
    ),
  );
  started.defer(() => watch.end());
  return nodes;
}

async function prepare(url: string, folder: string): Promise<DemoStaff[]> {
  const database = openDatabase(url);
  try {
    await migrate(database);
    return await demoStaff(database, folder);
  } finally {
    await database.destroy();
  }
}

function worldOf(
  facts: WorldFacts,
  running: {
    readonly parts: ReadonlyMap<PartName, Supervised>;
    readonly nodes: readonly DemoNode[];
    readonly enrolments: { stop(): Promise<void> };
  },
  started: AsyncDisposableStack,
): World {
  const { parts, nodes, enrolments } = running;
  const nodeOf = (name: PartName) => nodes.find((node) => node.name === name);
  const partOf = (name: PartName) => {
    const part = parts.get(name);
    if (!part) throw new Error(`This world has no part named ${name}.`);
    return part;
  };
  const pidOf = (name: PartName) => {
    const node = nodeOf(name);
    if (!node) return partOf(name).pid();
    return isRunning(node.process) ? node.process.pid : null;
  };
  return {
    facts,
    pidOf,
    kill: async (name, signal = 'SIGKILL') => {
      const node = nodeOf(name);
      if (node) process.kill(node.process.pid, signal);
      else await partOf(name).kill(signal);
    },
    ready: (name) => (nodeOf(name) ? Promise.resolve() : partOf(name).ready()),
    stop: () => started.disposeAsync(),
    abandon: () => {
      for (const part of parts.values()) {
        const pid = part.pid();
        if (pid !== null) process.kill(pid, 'SIGKILL');
      }
    },
    letGo: () => {
      for (const part of parts.values()) part.letGo();
      void enrolments.stop();
      rmSync(join(facts.folder, 'lock'), { force: true });
    },
  };
}
