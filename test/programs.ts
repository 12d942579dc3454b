import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian's packages put the programs that some tests drive. */
export const chromiumPath = '/usr/bin/chromium';
export const postgres15Binaries = '/usr/lib/postgresql/15/bin';

/** The path of a program on PATH; null when there is none. */
export function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
