import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Played } from '../demo/mishaps/index.ts';
import { stillRunning, writePrivately } from '../processes/known.ts';
import type { SignerKeys } from './signer.ts';

/** One node that the program reads from and sends to. `network` is a registry name or `evm:<id>`. */
export interface NodeFacts {
  readonly network: string;
  readonly chainId: number;
  readonly url: string;
}

/** How the exchange is spoken to, and whose hand-overs are taken. */
export interface ExchangeFacts {
  readonly url: string;
  /** Where customers log in; left out: `/login` at `url`. */
  readonly loginUrl?: string | undefined;
  /** The name in `iss` of its hand-overs; their keys are at `/.well-known/jwks.json`. */
  readonly issuer: string;
  /** The key that calls to it are signed with: its id, and the file of the private half (PEM). */
  readonly keyId: string;
  readonly keyFile: string;
  /** Where its staff's token lies, with which the demo plays its side. Null outside the demo. */
  readonly adminTokenFile: string | null;
}

/** Where the exchange's log-in posts a hand-over to. */
export const handoverPath = '/session/hand-over';

/** What the application must know: written to a file for it, since it is a process of its own. */
export interface AppFacts {
  /** True in the demo world, which says so on every page. */
  readonly demo: boolean;
  readonly folder: string;
  /** Which law and policy applies: `open`, `jp` or `eu`. */
  readonly profile: string;
  readonly http: { readonly host: string; readonly port: number; readonly url: string };
  readonly databaseUrl: string;
  readonly signer: { readonly socket: string };
  readonly exchange: Omit<ExchangeFacts, 'adminTokenFile'>;
  readonly nodes: readonly { readonly network: string; readonly url: string }[];
  readonly listsFolder: string;
  /** In the demo: the lost deposits that wait to be claimed. */
  readonly waiting?: readonly Played[];
  /** Where the house's own keys are derived; the keys themselves are the signer's. */
  readonly keys: { readonly gas: string; readonly treasury: string };
}

/**
 * What a demo world is made of: kept in `world.json` in its folder (readable by its owner alone, since
 * it holds the database's password) for the application and for other commands.
 */
export interface WorldFacts extends AppFacts {
  readonly signer: { readonly socket: string; readonly folder: string } & SignerKeys;
  readonly exchange: ExchangeFacts;
  readonly nodes: readonly NodeFacts[];
  /** The demo's lost deposits that wait to be claimed. */
  readonly waiting: readonly Played[];
}

const fileOf = (folder: string) => join(folder, 'world.json');

/** Writes the facts for others to find. */
export function writeFacts(facts: AppFacts): string {
  const file = fileOf(facts.folder);
  writePrivately(file, JSON.stringify(facts, null, 2));
  return file;
}

/** Reads the facts of a world from its file. */
export function readFacts(file: string): WorldFacts {
  return JSON.parse(readFileSync(file, 'utf8')) as WorldFacts;
}

/** The world that runs from this folder; null when none does. */
export function runningWorld(folder: string): WorldFacts | null {
  return stillRunning(folder, 'kaeru') ? readFacts(fileOf(folder)) : null;
}
