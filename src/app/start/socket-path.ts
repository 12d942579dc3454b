import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The least that systems allow for the path of a Unix socket (sun_path), less a margin. */
const pathBytesMax = 100;

/**
 * Where a Unix socket of this folder lies: in the folder itself, or, where that path would be too
 * long for the system, in a folder of our own under the system's temporary one.
 */
export function socketPath(folder: string, name: string): string {
  const direct = join(resolve(folder), 'run', `${name}.sock`);
  if (Buffer.byteLength(direct) <= pathBytesMax) {
    mkdirSync(join(direct, '..'), { recursive: true, mode: 0o700 });
    return direct;
  }
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  const short = [tmpdir(), '/tmp']
    .map((base) => join(base, `kaeru-${digest}`))
    .find((path) => Buffer.byteLength(join(path, `${name}.sock`)) <= pathBytesMax);
  if (!short) throw new Error(`The path ${tmpdir()} is too long for a socket. Set TMPDIR shorter.`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  // Anyone may make folders there, so it is made sure that this one is ours alone.
  const made = lstatSync(short);
  const isOurs = made.isDirectory() && made.uid === (process.getuid?.() ?? made.uid);
  if (!isOurs)
    throw new Error(`${short} belongs to someone else. Set TMPDIR to a folder of yours.`);
  chmodSync(short, 0o700);
  return join(short, `${name}.sock`);
}
