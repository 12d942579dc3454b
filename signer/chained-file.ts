import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeAll } from './durable.ts';
import { canonicalJson, type Json } from './intent/index.ts';

export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

interface Link<Entry> {
  readonly sequence: number;
  readonly previous: string;
  readonly entry: Entry;
  readonly hash: string;
}

const tag = 'kaeru:signer-file:1\n';
const genesis = '0'.repeat(64);

/**
 * A file of JSON lines that only grows: each line holds the hash of the one before it, and is on the
 * disk before `append` returns. A last line that a crash left unfinished was never answered for, so
 * it is cut off on opening; any other damage stops the signer.
 */
export class ChainedFile<Entry extends Json> {
  readonly path: string;
  /** Bytes of an unfinished last line that opening cut off. */
  readonly cutBytes: number;
  readonly #file: number;
  readonly #entries: Entry[] = [];
  #head: Head = { sequence: 0, hash: genesis };
  #size: number;
  #usable = true;
  #open = true;

  constructor(path: string) {
    this.path = path;
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
    this.#file = openSync(path, flags, 0o600);
    syncFolder(dirname(path));
    const bytes = readFileSync(this.#file);
    this.#size = bytes.lastIndexOf(0x0a) + 1;
    this.cutBytes = bytes.length - this.#size;
    if (this.cutBytes > 0) {
      ftruncateSync(this.#file, this.#size);
      fsyncSync(this.#file);
    }
    for (const line of bytes.toString('utf8', 0, this.#size).split('\n').slice(0, -1)) {
      this.#take(line);
    }
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Sequence 0 and 64 zeros while the file is empty. */
  get head(): Head {
    return this.#head;
  }

  /** Adds one entry, durably. Throws, and from then on always, if the disk did not take it. */
  append(entry: Entry): void {
    if (!this.#usable) throw new Error(`${this.path} failed before; restart the signer`);
    this.#usable = false;
    if (fstatSync(this.#file).size !== this.#size) {
      throw new Error(`${this.path} was written to by somebody else`);
    }
    const line = linkOf(this.#head, entry);
    const bytes = Buffer.from(`${canonicalJson(line as unknown as Json)}\n`);
    writeAll(this.#file, bytes);
    fsyncSync(this.#file);
    this.#size += bytes.length;
    this.#head = { sequence: line.sequence, hash: line.hash };
    this.#entries.push(entry);
    this.#usable = true;
  }

  close(): void {
    this.#usable = false;
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }

  #take(line: string): void {
    const sequence = this.#head.sequence + 1;
    const link = parseLink<Entry>(line);
    const expected = link && linkOf(this.#head, link.entry);
    if (!expected || canonicalJson(expected as unknown as Json) !== line) {
      throw new Error(
        `${this.path} is damaged at entry ${sequence}. Nothing is signed until a person has found ` +
          'out why; never delete it, and never go back to an older copy.',
      );
    }
    this.#head = { sequence, hash: expected.hash };
    this.#entries.push(expected.entry);
  }
}

function linkOf<Entry extends Json>(head: Head, entry: Entry): Link<Entry> {
  const body = { sequence: head.sequence + 1, previous: head.hash, entry };
  const hash = createHash('sha256')
    .update(`${tag}${canonicalJson(body)}`)
    .digest('hex');
  return { ...body, hash };
}

function parseLink<Entry>(line: string): Link<Entry> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'entry' in value
      ? (value as Link<Entry>)
      : null;
  } catch {
    return null;
  }
}
