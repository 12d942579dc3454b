import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the recorded public data lies: beside the repository, in no copy of it. */
const folder = join(import.meta.dirname, '../../shared/data');

/** Says, as the reason of a skipped test, that the data is not here. */
export const withoutData = `the recorded data is not at ${folder}`;

/** Whether a file or folder of the recorded data is here. */
export function hasShared(path: string): boolean {
  return existsSync(join(folder, path));
}

/**
 * Reads a JSON file of the recorded data without losing a digit: whole numbers too large for a
 * JavaScript number come as bigint, from their own text.
 */
export function readShared<T>(path: string): T {
  const parse = JSON.parse as (text: string, reviver: Reviver) => T;
  return parse(readFileSync(join(folder, path), 'utf8'), (_, value, { source }) =>
    typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source)
      ? BigInt(source)
      : value,
  );
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
