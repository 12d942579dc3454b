import { join } from 'node:path';
import { signerCustody } from '../../custody/index.ts';
import { migrate, openDatabase } from '../../db/index.ts';
import { sleep, systemClock } from '../../std/index.ts';
import type { Config } from '../config/config.ts';
import { lockFolder } from '../processes/folder-lock.ts';
import { superviseDatabase } from './database.ts';
import { type AppFacts, writeFacts } from './facts.ts';
import { endOrphans } from './orphans.ts';
import { appProgram, nodeProgram } from './programs.ts';
import type { Progress } from './progress.ts';
import { supervise } from './supervise.ts';
import { StartRefused } from './world.ts';

/** A deployment that runs. */
export interface Deployment {
  readonly facts: AppFacts;
  stop(): Promise<void>;
}

const signerWaitMs = 15_000;

/**
 * Starts a deployment from its configuration: the embedded database unless another is named, the
 * migrations, the signer if its folder is here, and the application. No demo, no keys of ours, no
 * customers but the exchange's own.
 */
export async function startConfigured(config: Config, progress: Progress): Promise<Deployment> {
  const { folder } = config;
  await using started = new AsyncDisposableStack();
  const lock = lockFolder(folder, systemClock);
  if (!lock.ok) {
    const { pid, since } = lock.facts;
    throw new StartRefused(`Kaeru already runs from ${folder}: process ${pid}, since ${since}.`);
  }
  started.defer(() => lock.value.release());
  await endOrphans(folder);
  const databaseUrl = config.databaseUrl ?? (await embedded(folder, started, progress));
  await progress.step('migrations', () => migrateAll(databaseUrl));
  if (config.signer.folder) await startSigner(config, config.signer.folder, started, progress);
  await progress.step('signer', () => untilSignerAnswers(config.signer.socket));
  await refuseDemoSigner(config.signer.socket);
  const facts = factsOf(config, databaseUrl);
  const file = writeFacts(facts);
  const app = await progress.step('application', () =>
    supervise(folder, appProgram(facts, file), progress.say),
  );
  started.defer(() => app.stop());
  const running = started.move();
  return { facts, stop: () => running.disposeAsync() };
}

async function embedded(
  folder: string,
  started: AsyncDisposableStack,
  progress: Progress,
): Promise<string> {
  const server = await progress.step('database', () =>
    superviseDatabase(folder, join(folder, 'postgres'), [], progress.say),
  );
  started.defer(() => server.stop());
  return server.url;
}

async function startSigner(
  config: Config,
  signerFolder: string,
  started: AsyncDisposableStack,
  progress: Progress,
): Promise<void> {
  const { socket } = config.signer;
  const args = ['start', '--folder', signerFolder, '--socket', socket];
  const program = nodeProgram('signer', 'signer/main.ts', args, async () => answers(socket));
  const signer = await supervise(config.folder, program, progress.say);
  started.defer(() => signer.stop());
}

async function answers(socket: string): Promise<boolean> {
  return (await signerCustody(socket).status()).ok;
}

/** The demo's signer has its root key and its approvers' keys lying beside it: never for real coins. */
async function refuseDemoSigner(socket: string): Promise<void> {
  const status = await signerCustody(socket).status();
  if (!status.ok || status.value.demo) {
    throw new StartRefused(
      `The signer at ${socket} is a demonstration's. Give it a policy signed with a root key that is kept offline (docs/reference/signer.md).`,
    );
  }
}

async function untilSignerAnswers(socket: string): Promise<void> {
  for (let waited = 0; waited < signerWaitMs; waited += 500) {
    if (await answers(socket)) return;
    await sleep(500);
  }
  throw new StartRefused(`No signer answers at ${socket}. Start it, or name its folder.`);
}

async function migrateAll(url: string): Promise<void> {
  const database = openDatabase(url);
  try {
    await migrate(database);
  } finally {
    await database.destroy();
  }
}

function factsOf(config: Config, databaseUrl: string): AppFacts {
  const { folder, profile, http, exchange, signer, nodes, listsFolder, keys } = config;
  return {
    demo: false,
    folder,
    profile,
    http,
    databaseUrl,
    signer: { socket: signer.socket },
    exchange,
    nodes,
    listsFolder,
    keys,
  };
}
