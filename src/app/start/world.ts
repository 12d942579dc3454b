import { join, resolve } from 'node:path';
import { migrate, openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { type FolderLock, lockFolder } from '../processes/folder-lock.ts';
import { forget, remember } from '../processes/known.ts';
import { type SupervisedDatabase, superviseDatabase } from './database.ts';
import { type NodeFacts, runningWorld, type WorldFacts, writeFacts } from './facts.ts';
import { type DemoNode, startDemoNodes, stopDemoNodes, watchNodes } from './nodes.ts';
import { endOrphans } from './orphans.ts';
import { portFrom } from './port.ts';
import { type Progress, silently } from './progress.ts';
import { appProgram } from './programs.ts';
import { type Supervised, supervise } from './supervise.ts';

/** Thrown when a start is refused; the message is the sentence for the person who started it. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

export interface WorldOptions {
  /** Everything the world keeps lies here. */
  readonly folder: string;
  /** Another database than the embedded one. */
  readonly databaseUrl?: string;
  /** The first port to try for HTTP. */
  readonly port?: number;
  readonly profile?: string;
  /** False leaves the application out: a test then runs it inside its own process. */
  readonly withApp?: boolean;
  /** Settings of the embedded PostgreSQL; tests turn fsync off. */
  readonly databaseSettings?: readonly string[];
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
  /** Kills everything at once; the next start finds and clears what is left. */
  abandon(): void;
}

const httpPortDefault = 4010;
