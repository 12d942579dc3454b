import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../processes/known.ts';

const keyBytes = 32;

/** The key that seals the secrets of one-time codes: made once, readable by its owner alone. */
export function accessKeyOf(folder: string): Uint8Array {
  const file = join(folder, 'access-key');
  if (!existsSync(file)) writePrivately(file, randomBytes(keyBytes).toString('hex'));
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}
