import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ownerOnly = 0o700;
const othersMask = 0o077;

/** Makes `folder` for its owner alone, or checks that it is so already. */
export function ownFolder(folder: string): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: ownerOnly });
    chmodSync(folder, ownerOnly);
    syncFolder(dirname(folder));
  }
  const mode = statSync(folder).mode;
  if ((mode & othersMask) !== 0) {
    const octal = (mode & 0o777).toString(8);
    throw new Error(`${folder} is open to others (mode ${octal}). Run: chmod 700 ${folder}`);
  }
}

/**
 * Writes a whole file so that after a crash at any point there is the old one or the new one, never
 * a part: temporary file, fsync, rename, fsync of the folder. Readable by its owner alone.
 */
export function writeWhole(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeAll(file, Buffer.from(text));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Writes every byte; `write(2)` may take fewer than it is given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** Makes a folder's list of names durable. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
