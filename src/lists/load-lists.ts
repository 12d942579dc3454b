import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Address, address } from '../networks/index.ts';
import { AddressTable } from './address-table.ts';
import {
  type ListFile,
  type ListKind,
  type ListVersion,
  listFile,
  type TokenLabel,
} from './list.ts';

/** Days after which a list counts as not loaded. `null`: never (the demonstration's own lists). */
export type AgeDaysMax = Readonly<Record<ListKind, number | null>>;

/**
 * Sanctions change within days of an event; the other kinds cost less when late. Deployments set
 * their own.
 */
export const ageDaysMaxDefault: AgeDaysMax = {
  sanctions: 7,
  scam: 31,
  exchange_wallets: 180,
  labels: null,
  tokens: 180,
};

/** Every list of a folder, read once. A new read makes a new one; nothing in it ever changes. */
export interface Lists {
  readonly versions: readonly ListVersion[];
  readonly ageDaysMax: AgeDaysMax;
  /** Files that could not be read. While there is one, nothing is clear. */
  readonly broken: readonly { readonly file: string; readonly why: string }[];
  readonly tokens: readonly TokenLabel[];
  /** Whatever stands on any list under this address. */
  entriesOf(address: Address): readonly ListEntry[];
}

/** One line of one list. */
export interface ListEntry {
  readonly version: ListVersion;
  readonly label: string;
}

const fileBytesMax = 512 * 1024 * 1024;

/** Reads all `*.json` of a folder. A folder that is not there is a folder without lists. */
export function loadLists(folder: string, ageDaysMax: AgeDaysMax = ageDaysMaxDefault): Lists {
  const files = filesOf(folder).map((file) => readList(join(folder, file), file));
  const read = files.filter((one) => 'content' in one);
  const entries = read.flatMap(({ version, content }) =>
    content.entries.map((entry) => ({
      version,
      label: entry.label,
      address: address(entry.address.toLowerCase()),
    })),
  );
  const table = new AddressTable(entries.map((entry) => entry.address));
  return {
    versions: read.map((one) => one.version),
    ageDaysMax,
    broken: [...files.filter((one) => 'why' in one), ...twice(read.map((one) => one.version))],
    tokens: read.flatMap(({ version, content }) => tokensOf(version, content)),
    entriesOf: (wanted) => table.find(wanted).map((at) => entries[at] as ListEntry),
  };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

type ReadList =
  | { readonly version: ListVersion; readonly content: ListFile }
  | { readonly file: string; readonly why: string };

function readList(path: string, file: string): ReadList {
  if (statSync(path).size > fileBytesMax) return { file, why: 'the file is too large' };
  const bytes = readFileSync(path);
  const parsed = listFile.safeParse(jsonOf(bytes.toString('utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { file, why: `${issue?.path.join('.') || 'the file'}: ${issue?.message}` };
  }
  const { list, kind, version, source, asOf, entries } = parsed.data;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = { list, kind, version, source, sha256, asOf: new Date(`${asOf}T00:00:00Z`) };
  return { version: { ...about, entries: entries.length }, content: parsed.data };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Two files of one list: nobody can say which holds. */
function twice(versions: readonly ListVersion[]): { file: string; why: string }[] {
  const names = versions.map((one) => one.list);
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...repeated].map((list) => ({ file: list, why: 'the list is there in two files' }));
}

function tokensOf(version: ListVersion, content: ListFile): TokenLabel[] {
  if (content.kind !== 'tokens') return [];
  return content.entries.map((entry) => ({
    network: entry.network,
    token: address(entry.address.toLowerCase()),
    label: entry.is,
    source: `${version.list} ${version.version}`,
  }));
}
